package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.source.DeviceAccess;
import org.rollscope.device.pi.BusNode;
import org.rollscope.device.pi.PiIdentity;
import org.rollscope.device.serial.SerialSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a roller could be plugged into. */
@Command(
        name = "ports",
        description = "Show serial ports and the Pi's buses: stable names, permissions, who holds them.",
        footer = {"", "Without --ask nothing is written to any port, and none on USB is opened."})
public final class PortsCommand implements Callable<Integer> {
    private static final Path SYSTEM = Path.of("/sys");

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--ask",
            description = {
                "open every USB serial port that nobody holds, and those named with --port, and ask for a roller:",
                "board serial, firmware, pads and rate. Opening a port resets many boards."
            })
    private boolean ask;

    @Option(
            names = "--port",
            paramLabel = "PATH",
            description = "a port that no enumeration shows, as a pseudo-terminal; can be repeated")
    private List<String> alsoPorts = new ArrayList<>();

    @Option(names = "--baud", paramLabel = "N", description = "line rate of --ask (default: ${DEFAULT-VALUE})")
    private int baud = SerialSettings.DEFAULT_BAUD;

    @Override
    public Integer call() throws CommandFailure {
        List<PortReport> reports = new ArrayList<>();
        for (PortReport report : PortReport.all(alsoPorts)) {
            reports.add(ask ? asked(report) : report);
        }
        List<Path> buses = PortReport.buses();
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(reports, buses)));
        } else {
            print(out, reports, buses);
        }
        out.flush();
        return 0;
    }

    private PortReport asked(PortReport report) throws CommandFailure {
        try {
            return report.asked(baud, alsoPorts.contains(report.listing().path()), new SystemHostClock());
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--baud: " + wrong.getMessage(), wrong);
        }
    }

    private static void print(PrintWriter out, List<PortReport> reports, List<Path> buses) {
        if (reports.isEmpty() && buses.isEmpty()) {
            out.println("no serial port and no Pi bus is here; plug a roller in, or try: rollscope demo");
        }
        reports.forEach(report -> report.print(out));
        for (Path bus : buses) {
            out.println(bus + "  " + DeviceAccess.of(bus).words());
            String place = new BusNode(bus).place(SYSTEM);
            if (!place.isEmpty()) {
                out.println("    place        " + place);
            }
        }
        if (!buses.isEmpty()) {
            identity()
                    .ifPresent(identity -> out.println("a roller on these buses has the serial "
                            + identity.boardSerial() + " (" + identity.origin() + ")"));
        }
    }

    private static Optional<PiIdentity> identity() {
        return PiIdentity.of(Path.of("/"));
    }

    private static ObjectNode document(List<PortReport> reports, List<Path> buses) {
        ObjectNode document = JsonOutput.object().put("schema", "rollscope.ports/1");
        ArrayNode ports = document.putArray("ports");
        reports.forEach(report -> report.addTo(ports));
        ArrayNode list = document.putArray("buses");
        for (Path bus : buses) {
            DeviceAccess access = DeviceAccess.of(bus);
            list.addObject()
                    .put("path", bus.toString())
                    .put("stable_name", PortReport.emptyIsNull(new BusNode(bus).place(SYSTEM)))
                    .put("readable", access.readable())
                    .put("writable", access.writable())
                    .put("group", PortReport.emptyIsNull(access.group()));
        }
        document.put("bus_board_serial", identity().map(PiIdentity::boardSerial).orElse(null));
        return document;
    }
}
