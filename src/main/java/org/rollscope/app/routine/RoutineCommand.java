package org.rollscope.app.routine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.guide.RoutineGuide;
import org.rollscope.app.people.HealthDesk;
import org.rollscope.app.plan.MomentOptions;
import org.rollscope.app.plan.PlanDesk;
import org.rollscope.app.service.ServiceLaunch;
import org.rollscope.app.sessions.ExportLog;
import org.rollscope.app.sessions.SessionEffect;
import org.rollscope.app.sessions.SessionReport;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.MqttOptions;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.app.source.Simulation;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.config.SettingsException;
import org.rollscope.device.sim.Pace;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.StandingNotice;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Today's work, prompt by prompt. */
@Command(
        name = "routine",
        description =
                "Guide an athlete through what is due today: find, hold, breathe, released, move on, next muscle.",
        footer = {
            "",
            "It is a service of its own while it runs: end a running one before, or have that one guide:",
            "rollscope command routine action=start",
            "Try it without a roller: rollscope routine ID --source sim",
            RoutineKeys.HELP
        })
public final class RoutineCommand implements Callable<Integer> {
    private static final String SIMULATED = "sim";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private MqttOptions mqtt;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(
            names = "--source",
            paramLabel = "URI",
            description = "the roller, as for rollscope service; sim: a simulated athlete who does what the plan says"
                    + " (default: the settings)")
    private @Nullable String source;

    @Option(
            names = "--tool",
            paramLabel = "T",
            description =
                    "roller, ball or stick: what the simulated athlete uses (default: the one that the plan asks for everywhere, else a roller)")
    private @Nullable String tool;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private MomentOptions when;

    @Option(
            names = "--rest",
            paramLabel = "S",
            description = "rest between two places in seconds (default: the settings)")
    private @Nullable Integer restS;

    @Option(names = "--report", paramLabel = "DIR", description = "write a page about each place's session there")
    private @Nullable Path report;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        Clearance clearance = new HealthDesk(common, athleteId).required();
        PlanDesk desk = new PlanDesk(common, athleteId);
        DaysWork work = desk.today(clearance, when.moment());
        PrintWriter told = common.json()
                ? common.commandLine().getErr()
                : common.commandLine().getOut();
        told.println(StandingNotice.in(Language.ENGLISH));
        work.skipped().forEach(one -> told.println("not today: " + one.place().spoken() + ", " + one.why()));
        if (work.steps().isEmpty()) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "nothing is due today for " + athleteId);
        }
        RoutineLines lines = new RoutineLines(told, Boolean.getBoolean("rollscope.terminal"));
        RoutineGuide guide = lead(work, desk, lines);
        lines.end();
        finish(guide);
        return 0;
    }

    private RoutineSettings pace(RoutineSettings usual) throws CommandFailure {
        Integer wantedS = restS;
        try {
            return wantedS == null ? usual : usual.resting(Math.multiplyExact(wantedS, 1000));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--rest must be 0..600 seconds, was " + wantedS, wrong);
        }
    }

    private RoutineGuide lead(DaysWork work, PlanDesk desk, RoutineLines lines)
            throws CommandFailure, SettingsException, ArchiveException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        RoutineSettings pace = pace(settings.programme().routine());
        BodyPlace first = work.steps().get(0).prescription().place();
        Subject subject = new Subject(
                settings.core().rollerId(),
                athleteId,
                first.muscle(),
                first.side(),
                desk.band(work.steps().get(0).prescription()).band());
        OpenedSource opened = opened(work, pace, subject, settings);
        AtomicReference<RoutineGuide> made = new AtomicReference<>();
        new ServiceLaunch(
                        common,
                        settings,
                        mqtt.over(settings.mqtt()),
                        opened,
                        null,
                        common.commandLine().getErr())
                .run((receiver, routines, stop) -> {
                    RoutineGuide guide = routines.lead(athleteId, work, pace, new Ending(lines, stop));
                    made.set(guide);
                    return new RoutineKeys(new TypedLines(System.in), guide, receiver, lines);
                });
        return Objects.requireNonNull(made.get(), "the service has run");
    }

    private OpenedSource opened(DaysWork work, RoutineSettings pace, Subject subject, LoadedSettings settings)
            throws CommandFailure {
        SystemHostClock clock = new SystemHostClock();
        if (!SIMULATED.equals(source)) {
            if (tool != null) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "--tool goes with --source sim; a board says itself what it sits in");
            }
            return OpenedSource.of(source == null ? settings.service().source() : source, subject, settings, clock);
        }
        Simulation athlete = Simulation.of("coached", 1, Simulation.LONGEST_SECONDS)
                .playing(SimulatedTool.of(tool, work.steps()).under(ObedientAthlete.of(work.steps(), pace)));
        OpenedSource simulated = OpenedSource.of(athlete, Pace.REAL, subject.rollerId(), clock);
        return new OpenedSource(
                "sim:routine", simulated.sources(), subject, simulated.calibration(), simulated.pace(), false);
    }

    private void finish(RoutineGuide guide) throws CommandFailure, ArchiveException {
        List<String> pages = report == null ? List.of() : pages(report, guide.sessionIds());
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            var document = RoutineLines.document(guide.state()).put("athlete_id", athleteId);
            guide.sessionIds().forEach(document.putArray("session_ids")::add);
            pages.forEach(document.putArray("reports")::add);
            out.println(JsonOutput.text(document));
        } else {
            RoutineLines.summary(out, guide.state());
            guide.sessionIds().forEach(id -> out.println("recorded: " + id));
            pages.forEach(page -> out.println("report: " + page));
            if (pages.isEmpty() && !guide.sessionIds().isEmpty()) {
                out.println("a page about one of them: rollscope report "
                        + guide.sessionIds().get(0) + " --out page.html");
            }
        }
        out.flush();
    }

    private List<String> pages(Path folder, List<String> sessionIds) throws CommandFailure, ArchiveException {
        try (SessionArchive archive = common.openArchive()) {
            Files.createDirectories(folder);
            List<String> pages = new ArrayList<>();
            SessionEffect effect = new SessionEffect(common.dataFolder(), common.configFolder());
            for (String id : sessionIds) {
                Optional<StoredSession> stored = archive.session(id);
                if (stored.isPresent()) {
                    Path page = folder.resolve(id + ".html");
                    SessionReport.write(
                            SessionReport.page(
                                    archive, stored.get(), effect.of(archive, stored.get()), "guided routine"),
                            page,
                            true);
                    new ExportLog(common.dataFolder()).note(page, List.of(id));
                    pages.add(page.toString());
                }
            }
            return pages;
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "no report could be written: " + failed.getMessage(), failed);
        }
    }

    /** Tells, and ends the service when the routine is over. */
    private record Ending(RoutineLines lines, Runnable stop) implements RoutineGuide.Told {
        @Override
        public void state(RoutineState state) {
            lines.state(state);
            if (state.isOver()) {
                stop.run();
            }
        }

        @Override
        public void notice(String words) {
            lines.notice(words);
        }
    }
}
