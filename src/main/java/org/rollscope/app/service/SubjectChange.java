package org.rollscope.app.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.Subject;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.BandRule;
import org.rollscope.athlete.CeilingFactor;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.OrderedCeiling;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.frame.HostClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out who is on the roller, and within which band, after a command.
 *
 * <p>With a profile the band is the profile's, and an ordered ceiling is written there; without one it holds until the service
 * ends. <b>Threads.</b> One, which may wait for the disk; {@link #become} on the pipeline's.
 */
final class SubjectChange {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectChange.class);
    /** A ceiling that nobody measured rises by this at most while a service runs; as in a week with a profile. */
    private static final double RISE_RATIO = 1.10;

    /**
     * What is to come.
     *
     * @param wanted who and within what; null when it was refused.
     * @param answer the refusal, or what is said when it has happened.
     * @param before the profile before it was written; null when none was.
     */
    record Prepared(
            @Nullable Subject wanted,
            CommandAnswer answer,
            @Nullable AthleteProfile before) {
        static Prepared refused(String why) {
            return new Prepared(null, CommandAnswer.refused(why), null);
        }

        /** The answer, with what became of the session. */
        CommandAnswer answerAfter(CommandAnswer done) {
            CommandAnswer both = new CommandAnswer(true, answer.message() + "; " + done.message(), answer.facts());
            Object ended = done.facts().get("ended_session_id");
            return ended == null ? both : both.with("ended_session_id", ended.toString());
        }
    }

    private record Place(String athleteId, Muscle muscle, Side side) {}

    private final Path dataFolder;
    private final AthleteFolder folder;
    private final Subject first;
    private final CurrentSubject current;
    private final HostClock clock;
    /** What was ordered for people without a profile. */
    private final Map<Place, PressureBand> ordered = new ConcurrentHashMap<>();

    SubjectChange(Path dataFolder, Subject first, CurrentSubject current, HostClock clock) {
        this.dataFolder = dataFolder;
        this.folder = new AthleteFolder(dataFolder);
        this.first = first;
        this.current = current;
        this.clock = clock;
    }

    /** Reads, decides and writes what is to be kept; nobody has noticed anything yet. */
    Prepared prepare(CommandRequest request) {
        Subject now = current.get();
        RollerCommand command = request.command();
        try {
            if (command instanceof RollerCommand.Athlete athlete) {
                return moved(athlete.athleteId(), now.muscle(), now.side());
            } else if (command instanceof RollerCommand.Place place) {
                return moved(now.athleteId(), place.muscle(), place.side());
            } else if (command instanceof RollerCommand.Ceiling ceiling) {
                return ceiling(now, ceiling.ceilingKpa(), request.sender());
            }
            throw new IllegalArgumentException("no command about a person: " + command.name());
        } catch (SettingsException damaged) {
            return Prepared.refused(String.valueOf(damaged.getMessage()).replaceAll("\\s+", " "));
        } catch (IOException failed) {
            return Prepared.refused("the profile of " + now.athleteId() + " cannot be written (" + failed.getMessage()
                    + "); nothing has changed");
        }
    }

    /** It holds; on the pipeline's thread. */
    void become(Prepared prepared) {
        Subject wanted = prepared.wanted();
        if (wanted != null) {
            current.become(wanted);
            if (wanted.band().source() == CeilingSource.SETTINGS) {
                ordered.put(new Place(wanted.athleteId(), wanted.muscle(), wanted.side()), wanted.band());
            }
        }
    }

    /** Nobody could be told: the profile is as it was. */
    void takeBack(Prepared prepared) {
        AthleteProfile before = prepared.before();
        if (before != null) {
            try {
                folder.save(before);
            } catch (IOException failed) {
                LOG.warn("the ceiling of {} cannot be taken back: {}", before.athleteId(), failed.getMessage());
            }
        }
    }

    private Prepared moved(String athleteId, Muscle muscle, Side side) throws SettingsException {
        AthleteProfile profile = folder.find(athleteId).orElse(null);
        if (profile == null && !athleteId.equals(first.athleteId())) {
            return Prepared.refused("there is no profile of " + athleteId + "; make one: rollscope athlete add "
                    + athleteId + " (it lists with rollscope athlete list)");
        }
        if (profile != null) {
            BandDecision decision = Guidance.of(dataFolder, athleteId).band(profile, muscle, side, today());
            return prepared(athleteId, muscle, side, decision.band(), decision.notes(), null);
        }
        return prepared(
                athleteId,
                muscle,
                side,
                bandWithoutProfile(athleteId, muscle, side),
                List.of("there is no profile"),
                null);
    }

    private PressureBand bandWithoutProfile(String athleteId, Muscle muscle, Side side) {
        PressureBand held = ordered.get(new Place(athleteId, muscle, side));
        return held == null ? startBand(athleteId, muscle, side) : held;
    }

    /** The band of the service's start where it is for that place, else the estimate. */
    private PressureBand startBand(String athleteId, Muscle muscle, Side side) {
        boolean same = athleteId.equals(first.athleteId()) && muscle == first.muscle() && side == first.side();
        return same
                ? first.band()
                : BandRule.decide(AthleteProfile.empty("nobody", today().toString()), muscle, side, today())
                        .band();
    }

    private Prepared ceiling(Subject now, double ceilingKpa, String sender) throws SettingsException, IOException {
        AthleteProfile profile = folder.find(now.athleteId()).orElse(null);
        if (profile == null) {
            return ceilingWithoutProfile(now, ceilingKpa);
        }
        AthleteProfile after = profile.withOrdered(
                new OrderedCeiling(now.muscle(), now.side(), today().toString(), ceilingKpa, "command of " + sender));
        BandDecision decision = Guidance.of(dataFolder, now.athleteId()).band(after, now.muscle(), now.side(), today());
        folder.save(after);
        return prepared(
                now.athleteId(),
                now.muscle(),
                now.side(),
                decision.band(),
                Stream.concat(decision.factors().stream().map(CeilingFactor::reason), decision.notes().stream())
                        .toList(),
                profile);
    }

    private Prepared ceilingWithoutProfile(Subject now, double wantedKpa) {
        PressureBand start = startBand(now.athleteId(), now.muscle(), now.side());
        double grantedKpa = Math.min(wantedKpa, RISE_RATIO * start.ceilingKpa());
        double shareRatio = grantedKpa / start.ceilingKpa();
        PressureBand band = new PressureBand(
                start.floorKpa() * shareRatio, start.amberKpa() * shareRatio, grantedKpa, CeilingSource.SETTINGS);
        String note = grantedKpa < wantedKpa
                ? String.format(
                        Locale.ROOT,
                        "held back: %.1f kPa was asked for, a ceiling rises by 10 %% at most while a service runs without a"
                                + " profile",
                        wantedKpa)
                : "asked for";
        return prepared(
                now.athleteId(),
                now.muscle(),
                now.side(),
                band,
                List.of(note, "there is no profile: it holds until the service ends"),
                null);
    }

    private Prepared prepared(
            String athleteId,
            Muscle muscle,
            Side side,
            PressureBand band,
            List<String> notes,
            @Nullable AthleteProfile before) {
        String message = String.format(
                Locale.ROOT,
                "%s, %s %s: ceiling %.1f kPa (%s)%s%s",
                athleteId,
                muscle.word().replace('_', ' '),
                side.word(),
                band.ceilingKpa(),
                band.source().word().replace('_', ' '),
                notes.isEmpty() ? "" : ", ",
                String.join(", ", notes));
        CommandAnswer answer = CommandAnswer.done(message)
                .with("athlete_id", athleteId)
                .with("muscle", muscle.word())
                .with("side", side.word())
                .with("floor_kpa", rounded(band.floorKpa()))
                .with("ceiling_kpa", rounded(band.ceilingKpa()))
                .with("ceiling_source", band.source().word());
        return new Prepared(new Subject(first.rollerId(), athleteId, muscle, side, band), answer, before);
    }

    private static Double rounded(double pressureKpa) {
        return Math.round(pressureKpa * 100) / 100.0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.wallClock(), ZoneOffset.UTC);
    }
}
