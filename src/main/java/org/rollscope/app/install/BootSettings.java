package org.rollscope.app.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.config.SafeFile;
import org.rollscope.device.pi.BusNode;
import org.rollscope.device.pi.PiSettings;

/**
 * What a Pi's boot settings must say so that the roller's buses are there.
 *
 * <p>Where {@code raspi-config} is there, it switches on what it knows; the rest is appended as marked lines, and the file of before stays beside it.
 */
final class BootSettings {
    /** Since Raspberry Pi OS bookworm, and before. */
    private static final List<String> FILES = List.of("boot/firmware/config.txt", "boot/config.txt");

    private static final String KEPT_SUFFIX = ".before-rollscope";
    private static final String SPI = "dtparam=spi=on";
    private static final String I2C = "dtparam=i2c_arm=on";
    /** A reading of the motion chip takes 0.4 ms instead of 1.5. */
    private static final String FAST_I2C = "dtparam=i2c_arm_baudrate=400000";

    private static final String BEGIN = "# rollscope setup: the buses of the roller";
    /** Ends a section for another model, which the last lines of the file may stand in. */
    private static final String FOR_ALL_MODELS = "[all]";

    private final Machine machine;

    BootSettings(Machine machine) {
        this.machine = machine;
    }

    /** Whether this is a Raspberry Pi; its name, or empty. */
    static String model(Path root) {
        try {
            String model = Files.readString(root.resolve("proc/device-tree/model"))
                    .replace("\0", "")
                    .strip();
            return model.startsWith("Raspberry Pi") ? model : "";
        } catch (IOException none) {
            return "";
        }
    }

    /** The lines that are lacking for buses that are not there. */
    Set<String> lackingLines(PiSettings settings) {
        List<String> names = new ArrayList<>(settings.converterDevices());
        names.add(settings.motionDevice());
        Set<String> lines = new LinkedHashSet<>();
        for (String name : names) {
            if (!Files.exists(machine.root().resolve("dev").resolve(name))) {
                lines.add(new BusNode(Path.of("/dev", name)).overlay());
            }
        }
        return lines;
    }

    /**
     * What has to be done so that the buses are there after the next start of the Pi.
     *
     * @return empty when it is done already, or cannot be done here.
     */
    List<SetupStep> steps(PiSettings settings) throws IOException {
        Path file = file();
        if (file == null) {
            return List.of();
        }
        Set<String> wanted = lackingLines(settings);
        if (wanted.contains(I2C)) {
            wanted.add(FAST_I2C);
        }
        List<String> present =
                Files.readAllLines(file).stream().map(String::strip).toList();
        wanted.removeIf(present::contains);
        List<SetupStep> steps = new ArrayList<>();
        boolean asks = machine.tools().has("raspi-config");
        if (asks && wanted.remove(SPI)) {
            steps.add(raspiConfig("SPI", "do_spi"));
        }
        if (asks && wanted.remove(I2C)) {
            steps.add(raspiConfig("I2C", "do_i2c"));
        }
        if (!wanted.isEmpty()) {
            steps.add(new SetupStep(
                    "append " + String.join(", ", wanted) + " to " + file + ", the file of before is " + kept(file),
                    () -> append(file, wanted)));
        }
        return steps;
    }

    private @Nullable Path file() {
        return FILES.stream()
                .map(machine.root()::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private SetupStep raspiConfig(String bus, String word) {
        return new SetupStep("switch " + bus + " on: raspi-config nonint " + word + " 0", () -> {
            HostTools.Ran ran = machine.tools().run("raspi-config", "nonint", word, "0");
            if (!ran.isDone()) {
                throw new IOException("raspi-config nonint " + word + " 0 failed: " + ran.lastLine());
            }
        });
    }

    private static Path kept(Path file) {
        return file.resolveSibling(file.getFileName() + KEPT_SUFFIX);
    }

    /** Reads the file anew: raspi-config may have changed it since. */
    private static void append(Path file, Set<String> lines) throws IOException {
        String text = Files.readString(file);
        SafeFile.replace(kept(file), text);
        String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        SafeFile.replace(file, whole + "\n" + BEGIN + "\n" + FOR_ALL_MODELS + "\n" + String.join("\n", lines) + "\n");
    }
}
