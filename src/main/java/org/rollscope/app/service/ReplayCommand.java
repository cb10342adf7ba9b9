package org.rollscope.app.service;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.sessions.SessionDocument;
import org.rollscope.app.sessions.SessionText;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.MqttOptions;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.config.SettingsException;
import org.rollscope.device.sim.Pace;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a recording through the whole service, as if a roller sent it now. */
@Command(
        name = "replay",
        description = "Play a recording through the whole service, as if a roller sent it now.",
        footer = {
            "",
            "What is recorded on the way is a new session. Beside a .rsw file, calibration.json and session.json are",
            "used when they are there. Nothing is recomputed in place: for that there is rollscope analyse."
        })
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private MqttOptions mqtt;

    @Parameters(paramLabel = "FILE|ID", description = "a .rsw file, or the id of a recorded session")
    private String recording = "";

    @Option(
            names = "--speed",
            paramLabel = "real|max",
            defaultValue = "real",
            description = "real (default) or max: as fast as it goes")
    private Pace pace = Pace.REAL;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        ConnectionSettings connection = mqtt.over(settings.mqtt());
        Path file = Path.of(recording);
        if (Files.exists(file)) {
            play(file, settings, connection);
        } else {
            try (ArchivedStream stream = ArchivedStream.write(common, recording)) {
                play(stream.file(), settings, connection);
            }
        }
        return 0;
    }

    private void play(Path file, LoadedSettings settings, ConnectionSettings connection)
            throws CommandFailure, SettingsException, ArchiveException {
        OpenedSource opened = OpenedSource.recorded(
                file,
                pace,
                Subject.of(settings.core(), common.dataFolder(), AthleteCommand.today()),
                new SystemHostClock());
        PrintWriter err = common.commandLine().getErr();
        MetricsRelay told = new ServiceLaunch(common, settings, connection, opened, null, err).run();
        if (!told.heard()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " holds no session: a .rsw file begins with a hello, followed by frames");
        }
        summarise(told, common.commandLine().getOut());
    }

    private void summarise(MetricsRelay told, PrintWriter out) {
        SessionRecord record = told.lastRecord();
        SessionSummary summary = told.lastSummary();
        if (common.json()) {
            var document =
                    JsonOutput.object().put("schema", "rollscope.replay/1").put("session_count", told.sessionCount());
            if (record != null && summary != null) {
                document.set("session", SessionDocument.of(record, told.lastLink(), summary, List.of()));
            }
            out.println(JsonOutput.text(document));
        } else if (record == null || summary == null) {
            out.println("no session was recorded: nobody lay on the roller");
        } else {
            SessionText.print(out, record, told.lastLink(), summary);
        }
        out.flush();
    }
}
