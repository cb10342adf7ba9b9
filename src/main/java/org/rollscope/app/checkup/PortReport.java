package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.source.DeviceAccess;
import org.rollscope.device.serial.BoardQuestion;
import org.rollscope.device.serial.LatencyTimer;
import org.rollscope.device.serial.PortListing;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;

/**
 * Everything that is known of a serial port.
 *
 * @param listing as the system describes it.
 * @param access who may use it and who does.
 * @param timerMs latency timer of its converter.
 * @param timerWarning what to do about it; null when it is well.
 * @param answer who is on it; null when nobody was asked.
 */
public record PortReport(
        PortListing listing,
        DeviceAccess access,
        OptionalInt timerMs,
        @Nullable String timerWarning,
        BoardQuestion.@Nullable Answer answer) {
    private static final Path DEVICES = Path.of("/dev");

    /** All serial ports. */
    public static List<PortReport> all(List<String> alsoPaths) {
        LatencyTimer timer = new LatencyTimer(Path.of("/sys"));
        List<PortReport> reports = new ArrayList<>();
        for (PortListing listing : PortListing.all(alsoPaths, DEVICES.resolve("serial/by-id"))) {
            String path = listing.path();
            reports.add(
                    new PortReport(listing, DeviceAccess.of(Path.of(path)), timer.ms(path), timer.warning(path), null));
        }
        return reports;
    }

    /**
     * The same, with the answer of whoever is on it.
     *
     * @param named whether somebody named the port; a wired one, and one that another program has open, is asked only then.
     */
    public PortReport asked(int baud, boolean named, HostClock clock) {
        BoardQuestion.Answer said;
        if (!named && !access.heldBy().isEmpty()) {
            said = new BoardQuestion.Answer(null, "not asked, because " + access.heldBy() + " has it open");
        } else if (!named && listing.usbId().isEmpty()) {
            said = new BoardQuestion.Answer(null, "not asked: not on USB; name it with --port to ask");
        } else {
            said = BoardQuestion.ask(listing.path(), baud, clock);
        }
        return new PortReport(listing, access, timerMs, timerWarning, said);
    }

    /** The Pi's own buses. */
    static List<Path> buses() {
        List<Path> buses = new ArrayList<>();
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(DEVICES, "{spidev,i2c-,gpiochip}*")) {
            nodes.forEach(buses::add);
        } catch (IOException none) {
            return List.of();
        }
        buses.sort(null);
        return buses;
    }

    void print(PrintWriter out) {
        out.println(listing.path() + (listing.description().isEmpty() ? "" : "  " + listing.description()));
        if (!listing.stableName().isEmpty()) {
            out.println("    stable name  " + listing.stableName());
        }
        if (!listing.usbId().isEmpty()) {
            out.println("    usb          " + listing.usbId()
                    + (listing.usbSerial().isEmpty() ? "" : ", converter's serial " + listing.usbSerial()));
        }
        out.println("    access       " + access.words());
        if (!access.heldBy().isEmpty()) {
            out.println("    open in      " + access.heldBy());
        }
        if (timerMs.isPresent()) {
            out.println("    latency      " + timerMs.getAsInt() + " ms"
                    + (timerWarning == null ? "" : "; " + timerWarning));
        }
        BoardQuestion.Answer said = answer;
        if (said != null) {
            out.println("    roller       " + (said.hello() == null ? said.failure() : said.hello()));
        }
    }

    void addTo(ArrayNode ports) {
        ObjectNode port = ports.addObject()
                .put("path", listing.path())
                .put("stable_name", emptyIsNull(listing.stableName()))
                .put("description", emptyIsNull(listing.description()))
                .put("usb_id", emptyIsNull(listing.usbId()))
                .put("usb_serial", emptyIsNull(listing.usbSerial()))
                .put("present", access.present())
                .put("readable", access.readable())
                .put("writable", access.writable())
                .put("group", emptyIsNull(access.group()))
                .put("held_by", emptyIsNull(access.heldBy()))
                .put("latency_timer_ms", timerMs.isPresent() ? (Integer) timerMs.getAsInt() : null);
        BoardQuestion.Answer said = answer;
        if (said == null) {
            return;
        }
        BoardHello hello = said.hello();
        if (hello == null) {
            port.putNull("roller").put("roller_failure", said.failure());
        } else {
            port.putObject("roller")
                    .put("board_serial", hello.boardSerial())
                    .put("firmware_version", hello.firmwareVersion())
                    .put("pad_count", hello.padCount())
                    .put("geometry_id", hello.geometryId())
                    .put("rate_hz", hello.rateHz());
        }
    }

    static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
