package org.rollscope.app.shell;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.simulation.AthleteSimulation;

/**
 * Who is on the roller and within which band: the content of {@code session.json}.
 *
 * @param rollerId name of the roller.
 * @param athleteId pseudonym.
 * @param muscle which muscle.
 * @param side which side.
 * @param band floor and ceiling.
 */
public record Subject(String rollerId, String athleteId, Muscle muscle, Side side, PressureBand band) {
    static final String SCHEMA = "rollscope.subject/1";
    /** Floor and warning of a simulated athlete as a share of the ceiling: pain 3 and pain 6 against pain 7. */
    private static final double SIMULATED_FLOOR_RATIO = 0.5;

    private static final double SIMULATED_AMBER_RATIO = 0.85;

    public static Subject of(RollscopeSettings settings) {
        return new Subject(
                settings.rollerId(),
                settings.athlete().athleteId(),
                settings.athlete().muscle(),
                settings.athlete().side(),
                settings.athlete().band());
    }

    /**
     * Who the settings name, within the personal band where there is a profile of that athlete, else within the settings' own.
     *
     * @throws SettingsException when the profile is damaged.
     */
    public static Subject of(RollscopeSettings settings, Path dataFolder, LocalDate today) throws SettingsException {
        Subject configured = of(settings);
        AthleteProfile profile =
                new AthleteFolder(dataFolder).find(configured.athleteId).orElse(null);
        if (profile == null) {
            return configured;
        }
        return new Subject(
                configured.rollerId,
                configured.athleteId,
                configured.muscle,
                configured.side,
                Guidance.of(dataFolder, configured.athleteId)
                        .band(profile, configured.muscle, configured.side, today)
                        .band());
    }

    /** The simulated athlete, with the ceiling that a ramp test would have found. */
    public static Subject of(AthleteSimulation simulation, String rollerId) {
        double ceilingKpa = simulation.ceilingKpa();
        return new Subject(
                rollerId,
                "simulated",
                simulation.muscle(),
                simulation.side(),
                new PressureBand(
                        SIMULATED_FLOOR_RATIO * ceilingKpa,
                        SIMULATED_AMBER_RATIO * ceilingKpa,
                        ceilingKpa,
                        CeilingSource.RAMP_TEST));
    }

    /** The same with another band. */
    public Subject within(PressureBand otherBand) {
        return new Subject(rollerId, athleteId, muscle, side, otherBand);
    }

    public String toJson() {
        ObjectNode document = JsonOutput.object()
                .put("schema", SCHEMA)
                .put("roller_id", rollerId)
                .put("athlete_id", athleteId)
                .put("muscle", muscle.word())
                .put("side", side.word())
                .put("floor_kpa", band.floorKpa())
                .put("amber_kpa", band.amberKpa())
                .put("ceiling_kpa", band.ceilingKpa())
                .put("ceiling_source", band.source().word());
        return JsonOutput.text(document);
    }

    /**
     * Reads a {@code session.json}.
     *
     * @throws IllegalArgumentException when the text is none: says what is wrong.
     */
    public static Subject ofJson(String text) {
        try {
            JsonNode document = JsonOutput.JSON.readTree(text);
            if (!SCHEMA.equals(document.path("schema").asText())) {
                throw new IllegalArgumentException("is no " + SCHEMA + " document");
            }
            return new Subject(
                    document.required("roller_id").asText(),
                    document.required("athlete_id").asText(),
                    Muscle.ofWord(document.required("muscle").asText()),
                    Side.ofWord(document.required("side").asText()),
                    new PressureBand(
                            document.required("floor_kpa").asDouble(),
                            document.required("amber_kpa").asDouble(),
                            document.required("ceiling_kpa").asDouble(),
                            CeilingSource.ofWord(
                                    document.required("ceiling_source").asText())));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    malformed.getOriginalMessage().lines().findFirst().orElse("cannot be understood"), malformed);
        }
    }
}
