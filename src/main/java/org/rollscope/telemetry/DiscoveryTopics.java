package org.rollscope.telemetry;

import java.util.List;

/** Where Home Assistant looks for devices: its own root, which is only used when the settings say so. */
public final class DiscoveryTopics {
    /** What Home Assistant itself subscribes to. Source: its MQTT integration, prefix as installed. */
    public static final List<String> FILTERS = List.of("homeassistant/+/+/config", "homeassistant/+/+/+/config");

    private DiscoveryTopics() {}

    /** Topic of the message by which it knows one roller. */
    public static String card(String rollerId) {
        return "homeassistant/device/rollscope-" + rollerId + "/config";
    }
}
