package org.rollscope.app.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.HostName;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.checkup.OwnHosts;
import org.rollscope.app.checkup.PiCheckup;
import org.rollscope.app.checkup.PortReport;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.device.pi.PiSettings;

/** The machine that this runs on. */
final class ThisMachine implements Machine {
    private final HostTools tools = new SystemTools();

    @Override
    public HostTools tools() {
        return tools;
    }

    @Override
    public Path root() {
        return Path.of("/");
    }

    @Override
    public List<PortReport> ports(List<String> alsoPaths, int baud) {
        List<PortReport> asked = new ArrayList<>();
        for (PortReport report : PortReport.all(alsoPaths)) {
            boolean named = alsoPaths.contains(report.listing().path())
                    && report.access().heldBy().isEmpty();
            asked.add(report.asked(baud, named, new SystemHostClock()));
        }
        return asked;
    }

    @Override
    public List<Finding> chips(PiSettings settings, @Nullable Long serviceId) {
        return PiCheckup.buses(settings, serviceId);
    }

    @Override
    public List<HostName> hosts() {
        return OwnHosts.all();
    }

    @Override
    public String invokingUser() {
        String user = System.getenv("SUDO_USER");
        return user == null || user.equals("root") ? "" : user;
    }

    @Override
    public void pause(long pauseMs) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
    }
}
