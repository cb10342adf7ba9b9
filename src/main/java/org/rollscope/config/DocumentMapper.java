package org.rollscope.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Sex;
import org.rollscope.athlete.Side;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.effect.NoteMoment;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.programme.screening.Answer;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.team.SharedClearance;
import org.rollscope.programme.team.SharingLevel;
import org.rollscope.programme.team.SharingLog;

/** How records become documents and back, whether in JSON or in YAML: strict, with keys as in the settings. */
final class DocumentMapper {
    private static final List<Class<?>> DOCUMENTS = List.of(
            RollerCalibration.class,
            DocumentJson.AnalysisSettings.class,
            AthleteProfile.class,
            HealthLog.class,
            NoteLog.class,
            SharingLog.class,
            SharedClearance.class,
            Plan.class);
    private static final List<Class<?>> WORDS = List.of(
            Muscle.class,
            Side.class,
            Sex.class,
            Experience.class,
            HealthEntry.Role.class,
            Answer.Reply.class,
            NoteMoment.class,
            SharingLevel.class,
            HoldPreset.class,
            WorkType.class,
            Tool.class,
            RollContext.class);

    /** How Jackson says it. */
    private static final Pattern MISSING_KEY = Pattern.compile("Missing creator property '(\\w+)'");

    private static final Pattern REFUSED_VALUE = Pattern.compile("Cannot construct instance of `[^`]*`, problem: (.*)");

    private DocumentMapper() {}

    /** Makes a mapper strict, and teaches it our words. */
    static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        builder.propertyNamingStrategy(new SameNamesAsSettings())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        DOCUMENTS.forEach(type -> builder.addMixIn(type, WithSchema.class));
        WORDS.forEach(type -> builder.addMixIn(type, AsWord.class));
        return builder;
    }

    /** What is wrong with a document, for people, and in which line. */
    static MalformedDocumentException malformed(JacksonException malformed) {
        int lineIndex = malformed.getLocation() == null
                ? 0
                : Math.max(0, malformed.getLocation().getLineNr());
        return new MalformedDocumentException(words(malformed), lineIndex, malformed);
    }

    private static String words(JacksonException malformed) {
        String words = malformed.getOriginalMessage().lines().findFirst().orElse("cannot be understood");
        Matcher missing = MISSING_KEY.matcher(words);
        if (missing.lookingAt()) {
            return "the key '" + missing.group(1) + "' is missing";
        }
        Matcher refused = REFUSED_VALUE.matcher(words);
        return refused.matches() ? refused.group(1) : words;
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
