package org.rollscope.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;

/**
 * The JSON documents that lie beside raw frames: calibrations and the settings of an analysis.
 *
 * <p>Numbers are written so that they read back to the same bits. <b>Threads.</b> Stateless.
 */
public final class DocumentJson {
    /** Schema of a calibration file. */
    public static final String CALIBRATION_SCHEMA = "rollscope.calibration/1";
    /** Schema of the settings of an analysis. */
    public static final String ANALYSIS_SCHEMA = "rollscope.analysis-settings/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private DocumentJson() {}

    /**
     * What an analysis is tuned with.
     *
     * @param features tuning of the features.
     * @param detection tuning of the detectors.
     */
    public record AnalysisSettings(FeatureSettings features, DetectionSettings detection) {}

    /** A calibration as text. */
    public static String write(RollerCalibration calibration) {
        return write(CALIBRATION_SCHEMA, calibration);
    }

    /** Settings as text. */
    public static String write(AnalysisSettings settings) {
        return write(ANALYSIS_SCHEMA, settings);
    }

    /**
     * Reads a calibration.
     *
     * @throws IllegalArgumentException when the text is none: says what is wrong.
     */
    public static RollerCalibration readCalibration(String text) {
        return read(text, CALIBRATION_SCHEMA, RollerCalibration.class);
    }

    /**
     * Reads settings.
     *
     * @throws IllegalArgumentException when the text is none: says what is wrong.
     */
    public static AnalysisSettings readAnalysisSettings(String text) {
        return read(text, ANALYSIS_SCHEMA, AnalysisSettings.class);
    }

    private static String write(String schema, Record value) {
        try {
            ObjectNode document = JSON.createObjectNode().put("schema", schema);
            document.setAll((ObjectNode) JSON.valueToTree(value));
            return JSON.writeValueAsString(document);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a record cannot be written as JSON", impossible);
        }
    }

    private static <T> T read(String text, String schema, Class<T> type) {
        try {
            JsonNode document = JSON.readTree(text);
            if (!(document instanceof ObjectNode object)
                    || !schema.equals(object.path("schema").asText())) {
                throw new IllegalArgumentException("is no " + schema + " document");
            }
            object.remove("schema");
            return JSON.treeToValue(object, type);
        } catch (JacksonException malformed) {
            String line = malformed.getOriginalMessage().lines().findFirst().orElse("cannot be understood");
            throw new IllegalArgumentException(line, malformed);
        }
    }
}
