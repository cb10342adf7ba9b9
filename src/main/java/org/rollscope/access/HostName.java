package org.rollscope.access;

import java.util.regex.Pattern;

/**
 * A name or address under which clients reach a broker.
 *
 * @param text as typed after {@code mqtts://}.
 */
public record HostName(String text) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

    /** Checks the form. */
    public HostName {
        boolean address = IPV4.matcher(text).matches()
                || (text.contains(":") && IPV6.matcher(text).matches());
        if (!address && !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("host must be a name or an address, was '" + text + "'");
        }
    }

    private boolean isAddress() {
        return text.contains(":") || IPV4.matcher(text).matches();
    }

    /** As keytool wants it. */
    String keytoolText() {
        return (isAddress() ? "ip:" : "dns:") + text;
    }
}
