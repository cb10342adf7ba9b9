package org.rollscope.app.install;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.HostName;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.checkup.PortReport;
import org.rollscope.device.pi.PiSettings;

/** What a setup finds out by itself. <b>Threads.</b> One. */
interface Machine {
    /** Its programs. */
    HostTools tools();

    /** Its file system's root. */
    Path root();

    /**
     * Every serial port, with who is on it where it may be asked.
     *
     * @param alsoPaths ports that no enumeration shows.
     * @param baud line rate at which is asked.
     */
    List<PortReport> ports(List<String> alsoPaths, int baud);

    /**
     * Every chip that the settings expect on the Pi's buses.
     *
     * @param serviceId process of the running service, whose chips are not spoken to; null for none.
     */
    List<Finding> chips(PiSettings settings, @Nullable Long serviceId);

    /** Names and addresses under which others reach it. */
    List<HostName> hosts();

    /** Who became root to run this; empty for nobody. */
    String invokingUser();

    /** Lets a moment pass. */
    void pause(long pauseMs);
}
