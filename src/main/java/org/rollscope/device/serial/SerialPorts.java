package org.rollscope.device.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports that a search may ask on: those that the kernel names USB serial ports, and those that somebody listed.
 *
 * <p>The wired ports of a board or a PC are left out: a login, a radio or a printer may listen there, and nothing says that one
 * was plugged in.
 *
 * @param deviceFolder {@code /dev}.
 * @param alsoPorts paths that no enumeration shows, as pseudo-terminals; asked first.
 */
record SerialPorts(Path deviceFolder, List<String> alsoPorts) {
    private static final String USB_SERIAL_PORTS = "tty{ACM,USB}*";

    /** The ports that are there now, each with an identity that changes when it is unplugged. */
    Map<String, String> present() {
        Map<String, String> identities = new LinkedHashMap<>();
        List<Path> realPaths = new ArrayList<>();
        for (String path : alsoPorts) {
            add(Path.of(path), identities, realPaths);
        }
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(deviceFolder, USB_SERIAL_PORTS)) {
            List<Path> sorted = new ArrayList<>();
            nodes.forEach(sorted::add);
            sorted.sort(null);
            sorted.forEach(node -> add(node, identities, realPaths));
        } catch (IOException unreadable) {
            // then nothing can be found there
        }
        return identities;
    }

    private static void add(Path path, Map<String, String> identities, List<Path> realPaths) {
        try {
            Path real = path.toRealPath();
            if (!realPaths.contains(real)) {
                realPaths.add(real);
                identities.put(path.toString(), real + " since " + Files.getAttribute(real, "unix:ctime"));
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException gone) {
            // it went away while we looked
        }
    }
}
