package org.rollscope.app.install;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Every answer of a setup as an option; what is given is not asked. */
final class SetupOptions {
    @Option(names = "--source", paramLabel = "URI", description = "the roller: serial:auto, pi, sim:coached?seed=1 ...")
    @Nullable
    String source;

    @Option(names = "--roller-id", paramLabel = "ID", description = "its name in topics and recordings")
    @Nullable
    String rollerId;

    @Option(names = "--athlete", paramLabel = "ID", description = "pseudonym of who rolls")
    @Nullable
    String athleteId;

    @Option(names = "--share", negatable = true, description = "other machines may watch: TLS, users, passwords")
    @Nullable
    Boolean share;

    @Option(
            names = "--pins",
            negatable = true,
            description = "light, tone, vibration and buttons are wired to the Pi as in hardware/wiring")
    @Nullable
    Boolean pins;

    @Option(names = "--buses", negatable = true, description = "switch the Pi's SPI and I2C on")
    @Nullable
    Boolean buses;

    @Option(
            names = "--broker",
            paramLabel = "embedded|URI",
            description = "the broker inside the service, or mqtt://HOST:PORT, mqtts://HOST:PORT")
    @Nullable
    String broker;

    @Option(names = "--user", paramLabel = "NAME", description = "login at an outside broker")
    @Nullable
    String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "its first line is the password")
    @Nullable
    String passwordFile;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "certificates to trust for mqtts")
    @Nullable
    String caFile;

    @Option(
            names = "--port",
            paramLabel = "PATH",
            description = "also ask on this serial port, which no enumeration shows; can be repeated")
    List<String> ports = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "ask nothing: take every default")
    boolean yes;

    @Option(names = "--dry-run", description = "ask, and say what would be changed; change nothing")
    boolean dryRun;

    @Option(names = "--undo", description = "put the settings of before the last setup back, and nothing else")
    boolean undo;
}
