package org.rollscope.app.checkup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.source.DeviceAccess;
import org.rollscope.device.pi.BusNode;
import org.rollscope.device.pi.BusProbe;
import org.rollscope.device.pi.PiIdentity;
import org.rollscope.device.pi.PiSettings;

/** The doctor's look at the buses of a Pi: there, allowed, and with somebody on them. */
public final class PiCheckup {
    private static final Path DEVICES = Path.of("/dev");

    private PiCheckup() {}

    /**
     * One finding a device, and one for the identity that a calibration is found by.
     *
     * @param settings what should be wired.
     * @param serviceId process of the running service, whose chips are not spoken to; null for none.
     */
    public static List<Finding> buses(PiSettings settings, @Nullable Long serviceId) {
        BusProbe probe = new BusProbe(settings);
        List<Finding> findings = new ArrayList<>();
        for (String device : settings.converterDevices()) {
            findings.add(bus(device, serviceId, () -> probe.converter(device), "its converter answers"));
        }
        findings.add(bus(settings.motionDevice(), serviceId, probe::motion, settings.imu() + " answers"));
        findings.add(PiIdentity.of(Path.of("/"))
                .map(identity -> Finding.ok(
                        "identity", "this Pi is board " + identity.boardSerial() + " (" + identity.origin() + ")"))
                .orElse(Finding.fail(
                        "identity",
                        "no processor's serial and no /etc/machine-id: no calibration can be found; systemd-machine-id-setup"
                                + " makes one")));
        return findings;
    }

    /** Asks a chip; empty when it answers. */
    private interface Question {
        String trouble();
    }

    private static Finding bus(String device, @Nullable Long serviceId, Question question, String answers) {
        Path path = DEVICES.resolve(device);
        String trouble = new BusNode(path).trouble();
        if (!trouble.isEmpty()) {
            return Finding.fail("bus", trouble);
        }
        DeviceAccess access = DeviceAccess.of(path);
        if (serviceId != null && access.heldBy().endsWith("(process " + serviceId + ")")) {
            return Finding.ok("bus", path + " " + access.words() + ", open in the running service");
        }
        if (!access.heldBy().isEmpty()) {
            return Finding.warn(
                    "bus", path + " is open in " + access.heldBy() + "; what it and a service ask would mix");
        }
        String silence = question.trouble();
        return silence.isEmpty()
                ? Finding.ok("bus", path + " " + access.words() + "; " + answers)
                : Finding.fail("bus", silence);
    }
}
