package org.rollscope.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A serial port as the system describes it.
 *
 * @param path as {@code /dev/ttyACM0}.
 * @param stableName path in {@code /dev/serial/by-id} that stays the same whatever socket it is plugged into; empty for none.
 * @param description for people; empty for none.
 * @param usbId vendor and product as {@code 2341:0042}; empty for a port that is not on USB.
 * @param usbSerial serial number of the converter, not of the board; empty for none.
 */
public record PortListing(String path, String stableName, String description, String usbId, String usbSerial) {
    private static final String UNKNOWN = "Unknown";

    /**
     * All ports of this machine.
     *
     * @param alsoPaths ports that no enumeration shows.
     * @param stableNamesFolder {@code /dev/serial/by-id}.
     */
    public static List<PortListing> all(List<String> alsoPaths, Path stableNamesFolder) {
        List<PortListing> listings = new ArrayList<>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            String path = port.getSystemPortPath();
            boolean usb = port.getVendorID() > 0;
            listings.add(new PortListing(
                    path,
                    stableName(path, stableNamesFolder),
                    known(port.getDescriptivePortName()),
                    usb ? String.format(Locale.ROOT, "%04x:%04x", port.getVendorID(), port.getProductID()) : "",
                    usb ? known(port.getSerialNumber()) : ""));
        }
        for (String path : alsoPaths) {
            if (listings.stream().noneMatch(listed -> listed.path.equals(path))) {
                listings.add(new PortListing(path, stableName(path, stableNamesFolder), "", "", ""));
            }
        }
        return listings;
    }

    private static String known(String text) {
        return text.equals(UNKNOWN) ? "" : text.strip();
    }

    private static String stableName(String path, Path folder) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
            for (Path link : links) {
                if (Files.isSameFile(link, Path.of(path))) {
                    return link.toString();
                }
            }
        } catch (IOException none) {
            return "";
        }
        return "";
    }
}
