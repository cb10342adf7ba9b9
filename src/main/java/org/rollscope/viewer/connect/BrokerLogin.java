package org.rollscope.viewer.connect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A broker and who to be there; the password is no part of it.
 *
 * <p><b>Errors.</b> What is out of form is an {@link IllegalArgumentException}.
 *
 * @param address {@code mqtt://host:port} or {@code mqtts://host:port}.
 * @param userName login, empty for none.
 * @param caFile certificates (PEM) to trust for mqtts, empty for those of the Java installation.
 */
public record BrokerLogin(String address, String userName, String caFile) {
    private static final Pattern FORM = Pattern.compile("(mqtts?)://([^\\s:/]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");

    /** Port of MQTT without encryption, and with it: IANA. */
    public static final int PLAIN_PORT = 1883;

    public static final int SECURE_PORT = 8883;

    /** Checks the form of the address. */
    public BrokerLogin {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "address must be mqtt://host:port or mqtts://host:port, was '" + address + "'");
        }
        if (form.group(3) != null && (port(form) < 1 || port(form) > 65_535)) {
            throw new IllegalArgumentException("port must be 1..65535, was " + form.group(3));
        }
    }

    /** Of what a person typed into three fields. */
    public static BrokerLogin of(String host, String port, boolean secure, String userName, String caFile) {
        String scheme = secure ? "mqtts" : "mqtt";
        String usual = Integer.toString(secure ? SECURE_PORT : PLAIN_PORT);
        return new BrokerLogin(
                scheme + "://" + host.strip() + ":" + (port.isBlank() ? usual : port.strip()),
                userName.strip(),
                secure ? caFile.strip() : "");
    }

    /** Name or number of the machine. */
    public String host() {
        return matched().group(2);
    }

    /** Port, the usual one where none was said. */
    public int port() {
        return matched().group(3) == null ? isSecure() ? SECURE_PORT : PLAIN_PORT : port(matched());
    }

    /** Whether it is encrypted. */
    public boolean isSecure() {
        return matched().group(1).equals("mqtts");
    }

    private Matcher matched() {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            throw new IllegalStateException(address);
        }
        return form;
    }

    private static int port(Matcher form) {
        return Integer.parseInt(form.group(3));
    }
}
