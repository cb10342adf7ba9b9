package org.rollscope.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Sex;
import org.rollscope.athlete.Side;
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
    public static final String CALIBRATION_SCHEMA = "rollscope.calibration/2";
    /** The schema before there were load checks, a common gain and a tare: read as having none. */
    private static final String FIRST_CALIBRATION_SCHEMA = "rollscope.calibration/1";
    /** Schema of an athlete's profile. */
    public static final String ATHLETE_SCHEMA = "rollscope.athlete/2";

    /** Nobody could ask for a ceiling then. */
    private static final String FIRST_ATHLETE_SCHEMA = "rollscope.athlete/1";
    /** Schema of the settings of an analysis. */
    public static final String ANALYSIS_SCHEMA = "rollscope.analysis-settings/3";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(new SameNamesAsSettings())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .addMixIn(RollerCalibration.class, WithSchema.class)
            .addMixIn(AnalysisSettings.class, WithSchema.class)
            .addMixIn(AthleteProfile.class, WithSchema.class)
            .addMixIn(Muscle.class, AsWord.class)
            .addMixIn(Side.class, AsWord.class)
            .addMixIn(Sex.class, AsWord.class)
            .build();

    /** How Jackson says it. */
    private static final Pattern MISSING_KEY = Pattern.compile("Missing creator property '(\\w+)'");

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

    /** An athlete's profile as text. */
    public static String write(AthleteProfile profile) {
        return write(ATHLETE_SCHEMA, profile);
    }

    /**
     * Reads an athlete's profile.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static AthleteProfile readAthlete(String text) {
        return read(text, ATHLETE_SCHEMA, AthleteProfile.class);
    }

    /** Settings as text. */
    public static String write(AnalysisSettings settings) {
        return write(ANALYSIS_SCHEMA, settings);
    }

    /**
     * Reads a calibration.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static RollerCalibration readCalibration(String text) {
        return read(text, CALIBRATION_SCHEMA, RollerCalibration.class);
    }

    /** A calibration of the first schema as one of today: nothing was checked, nothing tared. */
    private static ObjectNode today(ObjectNode first) {
        first.put("schema", CALIBRATION_SCHEMA);
        first.putArray("load_checks");
        first.put("common_gain_ratio", 1.0);
        first.putArray("tare_counts");
        return first;
    }

    /**
     * Reads settings.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
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
            String written = document.path("schema").asText();
            if (type == RollerCalibration.class && written.equals(FIRST_CALIBRATION_SCHEMA)) {
                DocumentKeys.check(JSON.createParser(text), type);
                return JSON.treeToValue(today((ObjectNode) document), type);
            }
            if (type == AthleteProfile.class && written.equals(FIRST_ATHLETE_SCHEMA)) {
                ((ObjectNode) document).put("schema", ATHLETE_SCHEMA).putArray("ordered_ceilings");
                DocumentKeys.check(JSON.createParser(text), type);
                return JSON.treeToValue(document, type);
            }
            if (type == AnalysisSettings.class && FormerAnalysisSettings.isFormer(written)) {
                DocumentKeys.check(JSON.createParser(text), type);
                return JSON.treeToValue(FormerAnalysisSettings.today((ObjectNode) document), type);
            }
            if (!schema.equals(written)) {
                throw new MalformedDocumentException("is no " + schema + " document", 1, null);
            }
            DocumentKeys.check(JSON.createParser(text), type);
            return JSON.readValue(text, type);
        } catch (JacksonException malformed) {
            throw new MalformedDocumentException(words(malformed), line(malformed), malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }

    private static int line(JacksonException malformed) {
        return malformed.getLocation() == null
                ? 0
                : Math.max(0, malformed.getLocation().getLineNr());
    }

    private static String words(JacksonException malformed) {
        String words = malformed.getOriginalMessage().lines().findFirst().orElse("cannot be understood");
        Matcher missing = MISSING_KEY.matcher(words);
        return missing.lookingAt() ? "the key '" + missing.group(1) + "' is missing" : words;
    }

    /** Keys as in the settings' files: a unit's letters stay apart, as in {@code vibration_m_per_s2}. */
    private static final class SameNamesAsSettings extends PropertyNamingStrategies.NamingBase {
        private static final long serialVersionUID = 1;

        @Override
        public String translate(String propertyName) {
            return SettingsFile.snakeCase(propertyName);
        }
    }

    /** Words in lower case, as everywhere outside Java. */
    private interface AsWord {
        @JsonValue
        String word();
    }

    /** Which document it is was read before. */
    @JsonIgnoreProperties("schema")
    private interface WithSchema {}
}
