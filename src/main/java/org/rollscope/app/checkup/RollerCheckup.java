package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CalibrationAge;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.source.DeviceAccess;
import org.rollscope.app.source.SourceUri;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.SettingsProblem;
import org.rollscope.device.serial.PortListing;
import org.rollscope.device.serial.SerialSettings;
import org.rollscope.feature.LobeAgreement;
import org.rollscope.simulation.SimulatedRoller;

/** The doctor's look at the roller: calibrations, port, converter, battery. */
final class RollerCheckup {
    /** A lithium cell under load has little left below it; chosen by us. */
    private static final int LOW_BATTERY_MV = 3500;

    private RollerCheckup() {}

    /** One finding a calibration, and one for a board that has none. */
    static List<Finding> calibrations(Path configFolder, LocalDate today, String boardSerial) {
        List<SettingsProblem> problems = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<RollerCalibration> calibrations = new CalibrationFolder(configFolder).all(problems);
        problems.forEach(problem -> findings.add(Finding.fail(
                "calibration",
                problem + "; measure again or take the file away, the roller shows no pressure without")));
        calibrations.forEach(calibration -> findings.add(age(calibration, today)));
        if (calibrations.isEmpty() && problems.isEmpty()) {
            findings.add(Finding.warn(
                    "calibration",
                    "none in " + configFolder.resolve("calibration") + "; a roller without one shows no pressure"));
        }
        boolean known = calibrations.stream().anyMatch(one -> one.boardSerial().equals(boardSerial));
        if (!boardSerial.isEmpty() && !known && !SimulatedRoller.isSimulated(Long.parseUnsignedLong(boardSerial, 16))) {
            findings.add(Finding.warn(
                    "calibration", "board " + boardSerial + " is plugged in and has none: it shows no pressure"));
        }
        return findings;
    }

    private static Finding age(RollerCalibration calibration, LocalDate today) {
        String board = "board " + calibration.boardSerial() + " measured on " + calibration.date();
        OptionalLong days = CalibrationAge.days(calibration, today);
        if (days.isEmpty()) {
            return Finding.warn("calibration", board + ", which is no date like 2026-11-21");
        }
        if (days.getAsLong() < 0) {
            return Finding.warn("calibration", board + ", which is yet to come; is the clock right?");
        }
        String words = board + ", " + CalibrationAge.words(calibration, today);
        boolean whole = calibration.usablePadCount() == calibration.pads().size();
        if (CalibrationAge.isOld(calibration, today)) {
            return Finding.warn("calibration", words + "; pads creep, measure again: rollscope calibrate");
        }
        return whole
                ? Finding.ok("calibration", words)
                : Finding.warn("calibration", words + "; the others are left out");
    }

    /**
     * The ports that a source may read: there, allowed, free, and their converters quick.
     *
     * @param source as after {@code --source}, of the kind {@code serial}.
     * @param ports all that are there.
     * @param serviceId process of the running service, which may hold one; null for none.
     */
    static List<Finding> ports(String source, List<PortReport> ports, @Nullable Long serviceId) throws CommandFailure {
        SourceUri uri = SourceUri.parse(source);
        List<String> named = namedPorts(source);
        boolean search = uri.target().equals(SerialSettings.AUTO);
        List<Finding> findings = new ArrayList<>();
        for (PortReport report : ports) {
            PortListing listing = report.listing();
            if (named.contains(listing.path()) || (search && !listing.usbId().isEmpty())) {
                findings.add(one(report, serviceId));
                String slow = report.timerWarning();
                if (slow != null) {
                    findings.add(Finding.warn("latency", slow));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.fail(
                        "port", "no USB serial port is there for " + source + "; is the roller plugged in?"))
                : findings;
    }

    private static Finding one(PortReport report, @Nullable Long serviceId) {
        DeviceAccess access = report.access();
        String path = report.listing().path();
        if (!access.present()) {
            return Finding.fail(
                    "port", path + " is not there; is the roller plugged in? rollscope ports shows what is");
        }
        if (!access.usable()) {
            return Finding.fail("port", path + " " + access.words());
        }
        boolean ours = serviceId != null && access.heldBy().endsWith("(process " + serviceId + ")");
        if (!access.heldBy().isEmpty() && !ours) {
            return Finding.warn("port", path + " is open in " + access.heldBy() + "; a service may not get it");
        }
        return Finding.ok("port", path + " " + access.words() + (ours ? ", open in the running service" : ""));
    }

    /** Paths that the source names itself; an enumeration may not show them. */
    static List<String> namedPorts(String source) throws CommandFailure {
        SourceUri uri = SourceUri.parse(source);
        if (uri.target().equals(SerialSettings.AUTO)) {
            String also = uri.text("ports", "");
            return also.isEmpty() ? List.of() : List.of(also.split(",", -1));
        }
        return List.of(
                SerialSettings.of(uri.target(), SerialSettings.DEFAULT_BAUD).path());
    }

    /** How the two sides of the roller agreed in the last session of the running service. */
    static Finding sides(@Nullable JsonNode state) {
        JsonNode ratio = state == null ? null : state.path("lobe_agreement_ratio");
        if (ratio == null || !ratio.isNumber()) {
            return Finding.ok("sides", "not compared: no session under load since the service began");
        }
        String words = String.format(
                Locale.ROOT, "the floor's side felt %.0f %% of the limb's in the last session", 100 * ratio.asDouble());
        return LobeAgreement.isDoubtful(ratio.asDouble())
                ? Finding.warn("sides", words + "; more than 15 % apart: rollscope calibrate")
                : Finding.ok("sides", words);
    }

    /** What the running service last heard from the board. */
    static Finding battery(@Nullable JsonNode state) {
        int batteryMv = state == null ? 0 : state.path("battery_mv").asInt();
        if (batteryMv == 0) {
            return Finding.ok("battery", state == null ? "not known: no service runs" : "not measured by this roller");
        }
        return batteryMv < LOW_BATTERY_MV
                ? Finding.warn("battery", batteryMv + " mV; charge the roller")
                : Finding.ok("battery", batteryMv + " mV");
    }
}
