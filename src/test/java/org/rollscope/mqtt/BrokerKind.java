package org.rollscope.mqtt;

import java.util.Locale;

/** Which broker a test runs against. */
public enum BrokerKind {
    /** The one inside the service. */
    EMBEDDED,
    /** Debian's. */
    MOSQUITTO;

    /** As it stands in printed lines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
