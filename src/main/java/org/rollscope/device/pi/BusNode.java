package org.rollscope.device.pi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Locale;

/**
 * The file by which the system gives a bus, and what is wrong with it.
 *
 * @param path as {@code /dev/spidev0.0}.
 */
public record BusNode(Path path) {
    /** The settings of a Raspberry Pi's firmware, since Raspberry Pi OS bookworm. */
    private static final String BOOT_SETTINGS = "/boot/firmware/config.txt";

    /** What hinders its use and what to do; empty when nothing does. */
    public String trouble() {
        if (!Files.exists(path)) {
            return path + " is not there: put " + overlay() + " into " + BOOT_SETTINGS + " and start the Pi anew";
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            return path + ": no permission; sudo adduser $USER " + group() + ", then log in again";
        }
        return "";
    }

    /** The line of the Pi's boot settings that makes it appear. */
    public String overlay() {
        String name = String.valueOf(path.getFileName());
        if (name.startsWith("i2c-")) {
            return name.equals("i2c-1") ? "dtparam=i2c_arm=on" : "dtoverlay=i2c" + name.substring("i2c-".length());
        }
        if (name.startsWith("spidev0.")) {
            return name.equals("spidev0.2") ? "dtoverlay=spi0-3cs" : "dtparam=spi=on";
        }
        if (name.matches("spidev[1-9]\\.[0-2]")) {
            String busName = name.substring("spidev".length(), name.indexOf('.'));
            int selectCount = Integer.parseInt(name.substring(name.indexOf('.') + 1)) + 1;
            return "dtoverlay=spi" + busName + "-" + selectCount + "cs";
        }
        return "the overlay for it";
    }

    /**
     * Where the bus hangs, which stays the same whatever number it gets: the controller's place among the system's devices.
     *
     * @param systemFolder {@code /sys}.
     * @return empty when the system does not say.
     */
    public String place(Path systemFolder) {
        String name = String.valueOf(path.getFileName());
        for (String links : List.of("class/spidev/%s/device", "class/i2c-dev/%s/device", "bus/gpio/devices/%s")) {
            try {
                Path real = systemFolder
                        .resolve(String.format(Locale.ROOT, links, name))
                        .toRealPath();
                return systemFolder
                        .toRealPath()
                        .resolve("devices")
                        .relativize(real)
                        .toString();
            } catch (IOException isNone) {
                // then it is a bus of another kind
            }
        }
        return "";
    }

    private String group() {
        try {
            return Files.readAttributes(path, PosixFileAttributes.class).group().getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return String.valueOf(path.getFileName()).startsWith("i2c") ? "i2c" : "spi";
        }
    }
}
