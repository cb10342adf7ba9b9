package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.app.source.SourceUri;
import org.rollscope.config.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that a service needs, and says what to do about what is not well. */
@Command(
        name = "doctor",
        description = "Check settings, calibrations, ports, clock, disk, archive, broker, battery: one line each.",
        footer = {"", "Exit code 0: nothing failed (there may be warnings); 1: a check failed."})
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--source",
            paramLabel = "URI",
            description = "the roller to look for (default: the running service's, or the settings')")
    private @Nullable String source;

    @Override
    public Integer call() {
        List<Finding> findings = findings(common, source);
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document = JsonOutput.object().put("schema", "rollscope.doctor/1");
            ArrayNode list = document.putArray("findings");
            findings.forEach(finding -> list.addObject()
                    .put("level", finding.level().word().toLowerCase(Locale.ROOT))
                    .put("check", finding.check())
                    .put("words", finding.words()));
            out.println(JsonOutput.text(document));
        } else {
            findings.forEach(finding -> out.println(String.format(
                    Locale.ROOT, "%-4s  %-11s  %s", finding.level().word(), finding.check(), finding.words())));
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL)
                ? CommandFailure.WORK_FAILED
                : 0;
    }

    /**
     * Looks at everything.
     *
     * @param source the roller to look for; null for the running service's, or the settings'.
     */
    public static List<Finding> findings(CommonOptions common, @Nullable String source) {
        SystemHostClock clock = new SystemHostClock();
        List<Finding> findings = new ArrayList<>();
        findings.add(HostCheckup.java(Runtime.version().feature()));
        LoadedSettings settings = settings(common, findings);
        JsonNode state = null;
        CommandFailure absence = null;
        try {
            state = StatusCommand.read(common.dataFolder());
        } catch (CommandFailure none) {
            absence = none;
        }
        findings.addAll(RollerCheckup.calibrations(
                common.configFolder(),
                LocalDate.ofInstant(clock.wallClock(), ZoneOffset.UTC),
                state == null ? "" : state.path("board_serial").asText()));
        if (settings != null) {
            findings.addAll(ports(source == null ? meant(settings, state) : source, settings, state));
        }
        findings.add(HostCheckup.clock(clock.wallClock(), HostCheckup.installedAt(), HostCheckup.synchronised()));
        findings.add(HostCheckup.disk(common.dataFolder()));
        findings.add(ServiceCheckup.archive(common));
        if (settings != null) {
            findings.add(ServiceCheckup.broker(settings.mqtt(), state, clock));
            findings.addAll(SecureCheckup.of(settings.mqtt(), settings.core().rollerId(), clock.wallClock()));
        }
        findings.add(ServiceCheckup.outbox(state));
        findings.add(RollerCheckup.sides(state));
        findings.add(RollerCheckup.battery(state));
        findings.add(ServiceCheckup.service(state, absence));
        return findings;
    }

    private static @Nullable LoadedSettings settings(CommonOptions common, List<Finding> findings) {
        try {
            LoadedSettings settings = LoadedSettings.load(common.configFolder());
            findings.add(Finding.ok("settings", common.configFolder() + " is sound"));
            return settings;
        } catch (SettingsException unsound) {
            unsound.problems().forEach(problem -> findings.add(Finding.fail("settings", problem.toString())));
            return null;
        }
    }

    /** What the running service reads, or what the settings say. */
    private static String meant(LoadedSettings settings, @Nullable JsonNode state) {
        if (state == null) {
            return settings.service().source();
        }
        String running = state.path("source").asText();
        boolean device = running.startsWith("/") && !Files.isRegularFile(Path.of(running));
        return device ? "serial:" + running : running;
    }

    private static List<Finding> ports(String meant, LoadedSettings settings, @Nullable JsonNode state) {
        Long serviceId = state == null ? null : (Long) state.path("process_id").asLong();
        try {
            boolean buses = SourceUri.parse(meant).kind().equals("pi");
            if (!buses && !meant.startsWith("serial:")) {
                return List.of(Finding.ok("port", "none needed: the source is " + meant));
            }
            OpenedSource.of(meant, Subject.of(settings.core()), settings, new SystemHostClock());
            if (buses) {
                return PiCheckup.buses(settings.pi(), serviceId);
            }
            List<PortReport> reports = PortReport.all(RollerCheckup.namedPorts(meant));
            return RollerCheckup.ports(meant, reports, serviceId);
        } catch (CommandFailure wrong) {
            return List.of(Finding.fail("port", String.valueOf(wrong.getMessage())));
        }
    }
}
