package org.rollscope.app.shell;

import java.nio.file.Path;
import java.time.LocalDate;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.BandRule;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.screening.ScreeningSettings;

/**
 * What a person's answers mean on this machine: whether they may be guided, and what band holds for them. Whatever guides, by
 * command line, broker or window, asks {@link #clearance} here and hands its passes on.
 */
public final class Guidance {
    private final HealthLog log;

    private Guidance(HealthLog log) {
        this.log = log;
    }

    /**
     * Reads what was written down about a person.
     *
     * @throws SettingsException when it is damaged: then nobody is guided.
     */
    public static Guidance of(Path dataFolder, String athleteId) throws SettingsException {
        return new Guidance(new ProgrammeFolder(dataFolder).health(athleteId));
    }

    /** What was written down. */
    public HealthLog log() {
        return log;
    }

    /** Whether the person may be guided. */
    public Clearance clearance(ScreeningSettings settings, LocalDate today) {
        return GuidanceGate.decide(log, today, settings);
    }

    /** The personal band, with what the answers lower. */
    public BandDecision band(AthleteProfile profile, Muscle muscle, Side side, LocalDate today) {
        BodyPlace place = new BodyPlace(muscle, side);
        return BandRule.decide(profile, place, today, GuidanceGate.factors(log, place, today));
    }
}
