package org.rollscope.app.service;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.review.LocalLibrary;
import org.rollscope.app.sessions.SessionDocument;
import org.rollscope.app.sessions.SessionText;
import org.rollscope.app.shell.BrokerChoice;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.app.source.ScenarioChoice;
import org.rollscope.app.source.Simulation;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.device.sim.Pace;
import org.rollscope.mqtt.CommandInlet;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.look.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole thing on one machine without hardware. */
@Command(
        name = "demo",
        description = "The whole thing without hardware: simulated roller, service, broker, recorder, viewer.")
public final class DemoCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 1883;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(names = "--headless", description = "no window: a live line in the terminal")
    private boolean headless;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "" + Simulation.DEFAULT_SECONDS,
            description = "length in device time (default ${DEFAULT-VALUE})")
    private long seconds;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = "coached",
            completionCandidates = ScenarioChoice.Names.class,
            description = ScenarioChoice.HELP + " (default ${DEFAULT-VALUE})")
    private String scenario = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "seed (default 1)")
    private long seed;

    @Option(
            names = "--mqtt-port",
            paramLabel = "P",
            defaultValue = "" + DEFAULT_PORT,
            description = "port of the embedded broker (default ${DEFAULT-VALUE}); the next free one when it is taken")
    private int mqttPort;

    @Option(
            names = "--speed",
            paramLabel = "real|max",
            defaultValue = "real",
            description = "real (default) or max: as fast as it goes")
    private Pace pace = Pace.REAL;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "dark", description = "look (default dark)")
    private Theme theme = Theme.DARK;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        Simulation simulation = Simulation.of(scenario, seed, seconds);
        if (mqttPort < 1 || mqttPort > 65_535) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--mqtt-port must be 1..65535, was " + mqttPort);
        }
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        SystemHostClock clock = new SystemHostClock();
        OpenedSource opened = OpenedSource.of(simulation, pace, "simulated", clock);
        PahoMetricsPublisher publisher = new PahoMetricsPublisher(
                MqttSettings.of("mqtt://127.0.0.1:" + mqttPort),
                opened.subject().rollerId(),
                clock,
                null);
        PrintWriter out = common.commandLine().getOut();
        PrintWriter err = common.commandLine().getErr();
        Terminal terminal = Terminal.live(common.json() ? err : out);
        MetricsRelay told = new MetricsRelay(
                publisher, terminal, new ServiceState(opened.name(), clock.wallClock()), opened.pace());
        String rollerId = opened.subject().rollerId();
        try (ServiceRun run = new ServiceRun(common, settings, opened, told, terminal, clock);
                CommandDesk desk = new CommandDesk(common, settings, opened, run, publisher::publish, clock);
                BrokerChoice broker = new BrokerChoice(publisher, rollerId)) {
            told.guideBy(desk.routines());
            publisher.obey(new CommandInlet(rollerId, settings.commands(), desk, clock));
            DemoWindow window = headless
                    ? null
                    : new DemoWindow(
                            clock,
                            ViewerSettings.defaults().withTheme(theme),
                            new LocalLibrary(common.dataFolder(), common.configFolder()),
                            line -> say(err, line),
                            run::stop);
            if (window != null) {
                run.alsoStop(window::close);
            }
            broker.useEmbedded(
                    BrokerSettings.onLoopback(mqttPort),
                    uri -> ready(uri, window, err),
                    why -> say(err, "MQTT off: " + why));
            run.run();
            broker.awaitStarted();
            if (window != null) {
                if (!run.stopAsked()) {
                    window.waitUntilClosed();
                }
                window.close();
            }
        }
        summarise(told, out);
        return 0;
    }

    private void ready(String uri, @Nullable DemoWindow window, PrintWriter err) {
        String taken = uri.endsWith(":" + mqttPort) ? "" : "port " + mqttPort + " is taken; ";
        say(err, taken + "MQTT at " + uri);
        if (window != null) {
            window.open(uri);
        }
    }

    private void summarise(MetricsRelay told, PrintWriter out) {
        SessionRecord record = told.lastRecord();
        SessionSummary summary = told.lastSummary();
        if (common.json()) {
            var document =
                    JsonOutput.object().put("schema", "rollscope.demo/1").put("session_count", told.sessionCount());
            if (record != null && summary != null) {
                document.set("session", SessionDocument.of(record, told.lastLink(), summary, java.util.List.of()));
            }
            out.println(JsonOutput.text(document));
        } else if (record == null || summary == null) {
            out.println("no session was recorded: nobody lay on the roller");
        } else {
            out.println();
            SessionText.print(out, record, told.lastLink(), summary);
            out.println();
            out.println("recorded in " + common.dataFolder() + "; look again: rollscope sessions show "
                    + record.sessionId());
        }
        out.flush();
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
