package org.rollscope.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Settings that were recorded with sessions before some keys existed, as settings of today: each new key gets the value that
 * comes nearest to what the software did then.
 */
final class FirstAnalysisSettings {
    /** Schema of such settings. */
    static final String SCHEMA = "rollscope.analysis-settings/1";

    private FirstAnalysisSettings() {}

    static ObjectNode today(ObjectNode first) {
        first.put("schema", DocumentJson.ANALYSIS_SCHEMA);
        ObjectNode features = first.withObjectProperty("features");
        put(features, "vibration_m_per_s2", 1);
        if (!features.has("roller_hardness")) {
            // The radius was the one under load: a rigid sleeve takes next to nothing off it.
            features.put("roller_hardness", "rigid");
        }
        ObjectNode roll = first.withObjectProperty("detection").withObjectProperty("roll");
        put(roll, "noise_ratio", 1);
        put(roll, "highest_on_rate_rad_per_s", roll.path("on_rate_rad_per_s").asDouble());
        return first;
    }

    private static void put(ObjectNode section, String key, double value) {
        JsonNode present = section.get(key);
        if (present == null) {
            section.put(key, value);
        }
    }
}
