package org.rollscope.app.remote;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.StopSignal;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.config.SettingsException;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoFleetRecorder;
import org.rollscope.mqtt.RecorderPlace;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.SqliteFleetArchive;
import org.rollscope.telemetry.FleetArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the events and summaries of all rollers of a broker; several of them share the work. */
@Command(
        name = "collect",
        description =
                "Keep events and summaries of all rollers of a broker in one file; several recorders share the work.",
        subcommands = CollectMergeCommand.class,
        footer = {
            "",
            "rollscope collect --mqtt mqtts://HOST:8883 --user viewer",
            "          --password-file FILE --ca-file ca.crt",
            "rollscope collect merge /mnt/second/fleet.db",
            "",
            "Recorders of one group share: each message goes to one of them. While one is",
            "away the broker keeps messages for it; one that will not come back ends with",
            "--leave. All of it: src/docs/fleet.md"
        })
public final class CollectCommand implements Callable<Integer> {
    private static final long FIRST_PROGRESS_MS = 10_000;
    /** Who records for months need not fill a log. */
    private static final long LONGEST_PROGRESS_MS = 600_000;

    private static final long LEAVE_LIMIT_MS = 90_000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BrokerOptions options;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = RecorderPlace.USUAL_GROUP,
            description = "recorders of one group share the messages (default ${DEFAULT-VALUE})")
    private String group = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "tells recorders of a group apart (default: drawn once, kept in DIR/fleet.db)")
    private @Nullable String name;

    @Option(
            names = "--leave",
            description = "take what the broker has set aside for this recorder, give its place up, and end")
    private boolean leave;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        MqttSettings broker = broker();
        try (StopSignal stop = new StopSignal();
                SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(common.dataFolder())) {
            RecorderPlace place = place(archive);
            say("recorder " + place.name() + " of the group " + place.group()
                    + ": events and summaries of all rollers at " + broker.address() + " go to " + archive.file()
                    + "; Ctrl-C ends it");
            PahoFleetRecorder recorder = new PahoFleetRecorder(broker, place, archive, new SystemHostClock());
            boolean done;
            try (recorder) {
                done = leave ? leave(recorder, stop) : record(recorder, stop);
            }
            print(place, archive, recorder.counts());
            if (!done) {
                throw new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "the place in the group " + place.group() + " was not given up: " + recorder.state());
            }
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CommandFailure.WORK_FAILED;
        }
    }

    private MqttSettings broker() throws CommandFailure, SettingsException {
        return options.broker(LoadedSettings.load(common.configFolder()).mqtt(), ConnectionSettings.VIEWER);
    }

    private RecorderPlace place(SqliteFleetArchive archive) throws CommandFailure, ArchiveException {
        try {
            return new RecorderPlace(group, name == null ? archive.recorderName() : name);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--" + wrong.getMessage(), wrong);
        }
    }

    private boolean record(PahoFleetRecorder recorder, StopSignal stop) throws InterruptedException {
        recorder.start();
        PahoFleetRecorder.Counts said = recorder.counts();
        long pauseMs = FIRST_PROGRESS_MS;
        while (!stop.await(pauseMs)) {
            PahoFleetRecorder.Counts now = recorder.counts();
            if (!now.equals(said)) {
                said = now;
                say(words(now) + " until now");
                pauseMs = Math.min(2 * pauseMs, LONGEST_PROGRESS_MS);
            }
        }
        return true;
    }

    private static boolean leave(PahoFleetRecorder recorder, StopSignal stop) throws InterruptedException {
        recorder.startLeaving();
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAVE_LIMIT_MS);
        while (System.nanoTime() < endNs && !stop.await(0)) {
            if (recorder.awaitLeft(200)) {
                return true;
            }
        }
        return false;
    }

    /** Events and summaries, counted. */
    static String both(FleetArchive.Kept kept) {
        return (kept.eventCount() == 1 ? "1 event" : kept.eventCount() + " events") + " and "
                + (kept.summaryCount() == 1 ? "1 summary" : kept.summaryCount() + " summaries");
    }

    private static String words(PahoFleetRecorder.Counts counts) {
        FleetArchive.Kept kept = counts.kept();
        return both(kept) + " kept"
                + (kept.knownCount() == 0 ? "" : ", " + kept.knownCount() + " came again")
                + (counts.unreadableCount() == 0 ? "" : ", " + counts.unreadableCount() + " unreadable");
    }

    private void print(RecorderPlace place, SqliteFleetArchive archive, PahoFleetRecorder.Counts counts)
            throws ArchiveException {
        FleetArchive.Kept total = archive.total();
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(JsonOutput.object()
                    .put("schema", "rollscope.collect/1")
                    .put("group", place.group())
                    .put("name", place.name())
                    .put("file", archive.file().toString())
                    .put("new_event_count", counts.kept().eventCount())
                    .put("new_summary_count", counts.kept().summaryCount())
                    .put("known_count", counts.kept().knownCount())
                    .put("unreadable_count", counts.unreadableCount())
                    .put("event_count", total.eventCount())
                    .put("summary_count", total.summaryCount())));
        } else {
            out.println(words(counts) + "; " + archive.file() + " holds " + both(total));
        }
        out.flush();
    }

    private void say(String line) {
        PrintWriter err = common.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
