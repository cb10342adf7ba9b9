package org.rollscope.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Background;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.detect.DetectionSettings;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.team.SharedClearance;
import org.rollscope.programme.team.SharingLog;

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
    public static final String ATHLETE_SCHEMA = "rollscope.athlete/3";

    /** Nobody could ask for a ceiling then. */
    private static final String FIRST_ATHLETE_SCHEMA = "rollscope.athlete/1";
    /** Nobody was asked for body mass and experience then. */
    private static final String SECOND_ATHLETE_SCHEMA = "rollscope.athlete/2";
    /** Schema of what a person has answered and agreed to. */
    public static final String HEALTH_SCHEMA = "rollscope.health/1";

    /** Schema of what a person has noted about soreness and range of motion. */
    public static final String NOTES_SCHEMA = "rollscope.notes/1";

    /** Schema of what a person lets a coach see. */
    public static final String SHARING_SCHEMA = "rollscope.sharing/1";

    /** Schema of what a coach is told of a clearance. */
    public static final String SHARED_CLEARANCE_SCHEMA = "rollscope.shared-clearance/1";

    /** Schema of the settings of an analysis. */
    public static final String ANALYSIS_SCHEMA = "rollscope.analysis-settings/3";

    private static final JsonMapper JSON =
            DocumentMapper.configured(JsonMapper.builder()).build();

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

    /** What a person has answered and agreed to, as text. */
    public static String write(HealthLog log) {
        return write(HEALTH_SCHEMA, log);
    }

    /**
     * Reads what a person has answered and agreed to.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static HealthLog readHealth(String text) {
        return read(text, HEALTH_SCHEMA, HealthLog.class);
    }

    /** What a person has noted, as text. */
    public static String write(NoteLog log) {
        return write(NOTES_SCHEMA, log);
    }

    /**
     * Reads what a person has noted.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static NoteLog readNotes(String text) {
        return read(text, NOTES_SCHEMA, NoteLog.class);
    }

    /** What a person lets a coach see, as text. */
    public static String write(SharingLog log) {
        return write(SHARING_SCHEMA, log);
    }

    /**
     * Reads what a person lets a coach see.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static SharingLog readSharing(String text) {
        return read(text, SHARING_SCHEMA, SharingLog.class);
    }

    /** What a coach is told of a clearance, as text. */
    public static String write(SharedClearance clearance) {
        return write(SHARED_CLEARANCE_SCHEMA, clearance);
    }

    /**
     * Reads what a coach is told of a clearance.
     *
     * @throws MalformedDocumentException when the text is none: says what is wrong, and in which line.
     */
    public static SharedClearance readSharedClearance(String text) {
        return read(text, SHARED_CLEARANCE_SCHEMA, SharedClearance.class);
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

    private static boolean isFormerAthlete(String schema) {
        return schema.equals(FIRST_ATHLETE_SCHEMA) || schema.equals(SECOND_ATHLETE_SCHEMA);
    }

    /** A profile of a former schema as one of today: nobody had asked for a ceiling, or been asked for a background. */
    private static ObjectNode athleteOfToday(ObjectNode former, String schema) {
        if (schema.equals(FIRST_ATHLETE_SCHEMA)) {
            former.putArray("ordered_ceilings");
        }
        former.set("background", JSON.valueToTree(Background.UNSTATED));
        return former.put("schema", ATHLETE_SCHEMA);
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
            if (type == AthleteProfile.class && isFormerAthlete(written)) {
                DocumentKeys.check(JSON.createParser(text), type);
                return JSON.treeToValue(athleteOfToday((ObjectNode) document, written), type);
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
            throw DocumentMapper.malformed(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }
}
