package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.Activity;
import org.rollscope.session.Advice;
import org.rollscope.telemetry.Topic;

/**
 * The retained message by which Home Assistant knows a roller and its figures ("device discovery", from Home Assistant 2024.11 on).
 *
 * <p>It says how to read the topics that there are; nothing else is sent for Home Assistant. <b>Source.</b> Keys and device classes: the documentation of
 * its MQTT integration. <b>Threads.</b> Any.
 */
final class HomeAssistantCard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAKER = "The Rollscope contributors";

    /** Figures of {@code live}, {@code device} and {@code summary} that make sense in a house. */
    private static final List<Entity> ENTITIES = List.of(
            Entity.word(
                    Topic.LIVE,
                    "state",
                    "State",
                    Arrays.stream(Activity.values()).map(Activity::word)),
            Entity.word(
                    Topic.LIVE,
                    "advice",
                    "Advice",
                    Arrays.stream(Advice.values()).map(Advice::word)),
            Entity.yesOrNo(Topic.LIVE, "overpressure", "Over the ceiling"),
            Entity.figure(Topic.LIVE, "mean_pressure_kpa", "Mean pressure", "pressure", "kPa"),
            Entity.figure(Topic.LIVE, "ceiling_kpa", "Ceiling", "pressure", "kPa"),
            Entity.figure(Topic.LIVE, "total_force_n", "Force", null, "N"),
            Entity.figure(Topic.LIVE, "speed_mm_per_s", "Speed", "speed", "mm/s"),
            Entity.figure(Topic.LIVE, "hold_ms", "Hold", "duration", "ms"),
            Entity.figure(Topic.DEVICE, "battery_mv", "Battery", "voltage", "mV"),
            Entity.figure(Topic.DEVICE, "temperature_deg_c", "Board temperature", "temperature", "°C"),
            Entity.figure(Topic.SUMMARY, "summary.hold_ms", "Held in the last session", "duration", "ms"),
            Entity.figure(
                    Topic.SUMMARY, "summary.over_ceiling_ms", "Over the ceiling in the last session", "duration", "ms"),
            Entity.figure(Topic.SUMMARY, "summary.hold_count", "Holds in the last session", null, null));

    private HomeAssistantCard() {}

    /**
     * The message.
     *
     * @param rollerId whose.
     * @param softwareVersion of the service.
     * @return JSON, UTF-8.
     */
    static byte[] payload(String rollerId, String softwareVersion) {
        ObjectNode card = JSON.createObjectNode();
        ObjectNode device = card.putObject("device");
        device.putArray("identifiers").add("rollscope-" + rollerId);
        device.put("name", "Roller " + rollerId).put("manufacturer", MAKER).put("sw_version", softwareVersion);
        card.putObject("origin").put("name", "Rollscope").put("sw_version", softwareVersion);
        card.put("availability_topic", Topic.STATUS.path(rollerId));
        card.put("availability_template", "{{ value_json.state }}");
        ObjectNode components = card.putObject("components");
        ENTITIES.forEach(entity -> entity.describe(components, rollerId));
        return card.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One thing that Home Assistant shows.
     *
     * @param topic where it is said.
     * @param path of the value in the payload.
     * @param name for people.
     * @param platform kind of entity.
     * @param template how the value is taken from the payload.
     * @param deviceClass what is measured, in Home Assistant's words; null for something that it does not know.
     * @param unit one of those of the device class; null for none.
     * @param words all values, for a word; empty for a number.
     */
    private record Entity(
            Topic topic,
            String path,
            String name,
            String platform,
            String template,
            @Nullable String deviceClass,
            @Nullable String unit,
            List<String> words) {
        static Entity figure(
                Topic topic, String path, String name, @Nullable String deviceClass, @Nullable String unit) {
            return new Entity(topic, path, name, "sensor", template(path), deviceClass, unit, List.of());
        }

        static Entity word(Topic topic, String path, String name, Stream<String> words) {
            return new Entity(topic, path, name, "sensor", template(path), "enum", null, words.toList());
        }

        static Entity yesOrNo(Topic topic, String path, String name) {
            String template = "{{ 'ON' if value_json." + path + " else 'OFF' }}";
            return new Entity(topic, path, name, "binary_sensor", template, "problem", null, List.of());
        }

        private static String template(String path) {
            return "{{ value_json." + path + " }}";
        }

        void describe(ObjectNode components, String rollerId) {
            String key = topic.word() + "_" + path.substring(path.indexOf('.') + 1);
            ObjectNode described = components
                    .putObject(key)
                    .put("platform", platform)
                    .put("unique_id", "rollscope-" + rollerId + "-" + key)
                    .put("name", name)
                    .put("state_topic", topic.path(rollerId))
                    .put("value_template", template);
            if (deviceClass != null) {
                described.put("device_class", deviceClass);
            }
            if (unit != null) {
                described.put("unit_of_measurement", unit);
            }
            if (!words.isEmpty()) {
                ArrayNode options = described.putArray("options");
                words.forEach(options::add);
            } else if (platform.equals("sensor")) {
                described.put("state_class", "measurement");
            }
        }
    }
}
