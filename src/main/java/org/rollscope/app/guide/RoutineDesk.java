package org.rollscope.app.guide;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.plan.PlanDesk;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.RollerCommand;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.cue.Cue;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.routine.GuidedRoutine;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.StandingNotice;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.LiveMetrics;
import org.rollscope.telemetry.MetricsMessage;

/**
 * The guided routines of a running service, one at a time: whoever asks for one, a keyboard, a broker or a window, asks here, and nobody is
 * guided whom the screening holds back.
 *
 * <p><b>Threads.</b> {@link #obey} and {@link #lead} on one that may wait for the disk; the rest from any, without waiting.
 */
public final class RoutineDesk {
    private static final long MINUTE_MS = 60_000;

    private final CommonOptions common;
    private final RoutineSettings pace;
    private final double stopPainNrs;
    private final RoutineGuide.Places places;
    private final Consumer<MetricsMessage> publisher;
    private volatile @Nullable RoutineGuide current;
    private volatile @Nullable Tool board;

    /**
     * Nobody is guided yet, and that is said.
     *
     * @param common folders of people, plans and sessions.
     * @param settings how a routine is paced.
     * @param places takes another place.
     * @param publisher says where a routine is.
     */
    public RoutineDesk(
            CommonOptions common,
            LoadedSettings settings,
            RoutineGuide.Places places,
            Consumer<MetricsMessage> publisher) {
        this.common = common;
        this.pace = settings.programme().routine();
        this.stopPainNrs = settings.programme().pain().stopNrs();
        this.places = places;
        this.publisher = publisher;
        publisher.accept(new MetricsMessage.Routine(null));
    }

    /**
     * Does a command.
     *
     * @param command what to do.
     * @param athleteId who is on the roller.
     * @return what came of it; a refusal says why and what to do.
     */
    public CommandAnswer obey(RollerCommand.Routine command, String athleteId) {
        RoutineGuide guide = running();
        return switch (command.action()) {
            case START -> guide == null ? start(command, athleteId) : refusedBecauseOf(guide);
            case SKIP -> guide == null ? nothingRuns() : skipped(guide);
            case END -> guide == null ? nothingRuns() : ended(guide);
        };
    }

    private CommandAnswer start(RollerCommand.Routine command, String athleteId) {
        try {
            if (new AthleteFolder(common.dataFolder()).find(athleteId).isEmpty()) {
                return CommandAnswer.refused("there is no profile of '" + athleteId
                        + "'; say who is on the roller: command athlete (rollscope athlete list shows all)");
            }
            Clearance clearance = new HealthDesk(common, athleteId).required();
            DaysWork work = new PlanDesk(common, athleteId)
                    .today(clearance, new DaysWork.Moment(command.context(), command.warmedUp()));
            if (work.steps().isEmpty()) {
                return CommandAnswer.refused("nothing is due today for " + athleteId + skippedToday(work));
            }
            RoutineState begun = lead(athleteId, work, pace, null).state();
            return CommandAnswer.done(String.format(
                            Locale.ROOT,
                            "%s is guided: %d places, about %d min%s. %s",
                            athleteId,
                            begun.stepCount(),
                            (begun.leftMs() + MINUTE_MS - 1) / MINUTE_MS,
                            skippedToday(work),
                            StandingNotice.in(Language.ENGLISH)))
                    .with("athlete_id", athleteId)
                    .withCount("place_count", begun.stepCount())
                    .withCount("left_ms", begun.leftMs());
        } catch (CommandFailure | SettingsException | ArchiveException refused) {
            return CommandAnswer.refused(String.valueOf(refused.getMessage()).replaceAll("\\s+", " "));
        }
    }

    /** Why somebody may no longer be guided, asked before each place; empty when they may. It reads the disk. */
    public String refusal(String athleteId) {
        try {
            new HealthDesk(common, athleteId).required();
            return "";
        } catch (CommandFailure | SettingsException refused) {
            return "the routine has ended: "
                    + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ");
        }
    }

    private static String skippedToday(DaysWork work) {
        StringBuilder words = new StringBuilder();
        for (DaysWork.Skipped one : work.skipped()) {
            words.append("; not today: ")
                    .append(one.place().spoken())
                    .append(", ")
                    .append(one.why());
        }
        return words.toString();
    }

    private static CommandAnswer refusedBecauseOf(RoutineGuide guide) {
        RoutineState state = guide.state();
        return CommandAnswer.refused("a routine runs already, place " + (state.stepIndex() + 1) + " of "
                + state.stepCount() + "; end it first: routine with action end");
    }

    private static CommandAnswer nothingRuns() {
        return CommandAnswer.refused("no routine runs; begin one: routine with action start");
    }

    private static CommandAnswer skipped(RoutineGuide guide) {
        String left = guide.state().place().spoken();
        guide.skip();
        RoutineState now = guide.state();
        return CommandAnswer.done(left + " is left out"
                + (now.isOver() ? "; that was the last" : "; " + now.prompt().words(now.tool())));
    }

    private static CommandAnswer ended(RoutineGuide guide) {
        guide.end();
        RoutineState now = guide.state();
        return CommandAnswer.done("the routine has ended, place " + (now.stepIndex() + 1) + " of " + now.stepCount());
    }

    /**
     * Begins a routine with work that carries the gate's pass.
     *
     * @param athleteId whose.
     * @param work what is due; one place at least.
     * @param wantedPace how it is paced.
     * @param also hears it too, null when nobody does.
     * @return the routine, which has said its first prompt.
     */
    public RoutineGuide lead(
            String athleteId, DaysWork work, RoutineSettings wantedPace, RoutineGuide.@Nullable Told also) {
        GuidedRoutine routine = new GuidedRoutine(work.steps(), wantedPace, stopPainNrs);
        RoutineGuide guide = new RoutineGuide(routine, places, new Everybody(athleteId, publisher, also));
        Tool known = board;
        if (known != null) {
            routine.uses(known); // nobody else has it yet
        }
        current = guide;
        guide.begin();
        return guide;
    }

    private @Nullable RoutineGuide running() {
        RoutineGuide guide = current;
        return guide == null || guide.state().isOver() ? null : guide;
    }

    /** Whether somebody is guided now: muscle and side are the routine's then. */
    public boolean isRunning() {
        return running() != null;
    }

    /** Ends what runs: the service does, or nobody may be guided any more. */
    public void close() {
        RoutineGuide guide = current;
        if (guide != null) {
            guide.end();
        }
    }

    /** A board has said what it sits in: prompts are for that tool from now on. */
    public void device(BoardHello hello) {
        Tool told = PadGeometry.isKnown(hello.geometryId())
                ? Tool.ofWord(PadGeometry.of(hello.geometryId()).tool().word())
                : null;
        board = told;
        RoutineGuide guide = current;
        if (guide != null && told != null) {
            guide.uses(told);
        }
    }

    /** Takes the newest figures. */
    public void live(LiveMetrics metrics) {
        RoutineGuide guide = current;
        if (guide != null) {
            guide.live(metrics);
        }
    }

    /** Takes what was found or said. */
    public void event(RollerEvent event) {
        RoutineGuide guide = current;
        if (guide != null) {
            guide.event(event);
        }
    }

    /** A session was recorded. */
    public void sessionEnded(String sessionId) {
        RoutineGuide guide = current;
        if (guide != null) {
            guide.sessionEnded(sessionId);
        }
    }

    /** What is to be felt at the roller now: what the routine says, where one runs. */
    public Cue cue(LiveMetrics metrics) {
        RoutineGuide guide = running();
        return guide == null ? Cue.of(metrics) : PromptCue.of(guide.state().prompt(), Cue.of(metrics));
    }

    /** The publisher, and who went along. */
    private record Everybody(String athleteId, Consumer<MetricsMessage> publisher, RoutineGuide.@Nullable Told also)
            implements RoutineGuide.Told {
        @Override
        public void state(RoutineState state) {
            publisher.accept(new MetricsMessage.Routine(new MetricsMessage.Routine.Guided(athleteId, state)));
            if (also != null) {
                also.state(state);
            }
        }

        @Override
        public void notice(String words) {
            if (also != null) {
                also.notice(words);
            }
        }
    }
}
