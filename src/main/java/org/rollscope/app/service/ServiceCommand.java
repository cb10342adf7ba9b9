package org.rollscope.app.service;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.people.AthleteCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.MqttOptions;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The daemon: reads a roller, records sessions, publishes. */
@Command(
        name = "service",
        description = "Read a roller, record its sessions and publish live figures over MQTT.",
        footer = {"", "A session starts by itself on contact and ends after quiet. Ctrl-C ends the service."})
public final class ServiceCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private MqttOptions mqtt;

    @Option(
            names = "--source",
            paramLabel = "URI",
            description = {
                "serial:auto (looks for a roller on every USB serial port; ?board_serial=S takes only that one),",
                "serial:/dev/ttyACM0?baud=500000&rate_hz=200&eco_batch_ms=40 (a path or a name in",
                "/dev/serial/by-id; rate_hz asks the board for a rate; eco_batch_ms saves power),",
                "sim:coached?seed=1&seconds=120 or sim:FILE.yaml, or replay:FILE.rsw",
                "(default: the settings; as shipped a day of sim:coached?seed=1)"
            })
    private @Nullable String source;

    @Option(
            names = "--keys",
            description = "also take commands from standard input, a line each: sync, marker, pain, it let go")
    private boolean keys;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        OpenedSource opened = OpenedSource.of(
                source == null ? settings.service().source() : source,
                Subject.of(settings.core(), common.dataFolder(), AthleteCommand.today()),
                settings,
                new SystemHostClock());
        new ServiceLaunch(
                        common,
                        settings,
                        mqtt.over(settings.mqtt()),
                        opened,
                        keys ? new TypedLines(System.in) : null,
                        common.commandLine().getErr())
                .run();
        return 0;
    }
}
