package org.rollscope.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The daemon: reads a roller, records sessions, publishes. */
@Command(
        name = "service",
        description = "Read a roller, record its sessions and publish live figures over MQTT.",
        footer = {"", "A session starts by itself on contact and ends after quiet. Ctrl-C ends the service."})
final class ServiceCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--source",
            paramLabel = "URI",
            defaultValue = "sim:coached?seed=1",
            description = {
                "serial:/dev/ttyACM0?baud=500000 or a name in /dev/serial/by-id,",
                "or sim:coached?seed=1&seconds=120 (default: sim:coached?seed=1, a day of it)"
            })
    private String source = "";

    @Option(
            names = "--mqtt",
            paramLabel = "URI",
            description = "embedded, mqtt://host:port or mqtts://host:port (default: the settings)")
    private @Nullable String mqtt;

    @Option(
            names = "--mqtt-port",
            paramLabel = "P",
            description = "port of the embedded broker (default: the settings)")
    private @Nullable Integer mqttPort;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        ConnectionSettings connection = connection(settings.mqtt());
        SystemHostClock clock = new SystemHostClock();
        OpenedSource opened = OpenedSource.of(source, Subject.of(settings.core()), clock);
        LatePublisher publisher = new LatePublisher();
        PrintWriter err = spec.commandLine().getErr();
        Terminal terminal = Terminal.silent(err);
        MetricsRelay told = new MetricsRelay(publisher, terminal);
        try (ServiceRun run = new ServiceRun(common, settings, opened, told, terminal, clock);
                BrokerChoice broker =
                        new BrokerChoice(publisher, opened.subject().rollerId(), clock)) {
            String from = "service is running: source " + opened.source().name() + ", sessions in "
                    + common.dataFolder() + ", MQTT ";
            if (connection.broker().equals(ConnectionSettings.EMBEDDED)) {
                broker.useEmbedded(
                        connection.embeddedPort(),
                        uri -> say(err, from + at(uri, connection.embeddedPort()) + "; Ctrl-C ends it"),
                        why -> say(err, from + "off: " + why));
            } else {
                broker.useOutside(BrokerChoice.outside(connection.broker(), connection));
                say(err, from + "to " + connection.broker() + "; Ctrl-C ends it");
            }
            run.run();
        }
        return 0;
    }

    private static String at(String uri, int wantedPort) {
        return "at " + uri + (uri.endsWith(":" + wantedPort) ? "" : ", because port " + wantedPort + " is taken");
    }

    /** The settings with what was typed over them. */
    private ConnectionSettings connection(ConnectionSettings configured) throws CommandFailure {
        try {
            return new ConnectionSettings(
                    mqtt == null ? configured.broker() : mqtt,
                    mqttPort == null ? configured.embeddedPort() : mqttPort,
                    configured.userName(),
                    configured.passwordFile(),
                    configured.caFile());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--mqtt: " + wrong.getMessage(), wrong);
        }
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
