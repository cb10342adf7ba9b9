package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opens the window on a display, its own virtual one where there is none, and looks at the picture. */
@Tag("alone")
@Timeout(180)
class ViewerIT {
    private static final Path VIRTUAL_DISPLAY = Path.of("/usr/bin/Xvfb");
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void theWindowShowsTheChartInBothLooks() throws Exception {
        runOnVirtualDisplay(Screenshots.class, "viewer.log");
        for (String name : List.of("light.png", "dark.png")) {
            assertEquals(1200, ImageIO.read(FOLDER.resolve(name).toFile()).getWidth());
        }
    }

    @Test
    void anOverpressureIsAtTheTopOfTheWallWithinATick() throws Exception {
        runOnVirtualDisplay(WallOnDisplay.class, "wall.log");
        assertEquals(
                1600, ImageIO.read(FOLDER.resolve("wall-light.png").toFile()).getWidth());
        assertEquals(
                1200, ImageIO.read(FOLDER.resolve("wall-dark.png").toFile()).getWidth());
    }

    private static void runOnVirtualDisplay(Class<?> main, String logName) throws Exception {
        assumeTrue(Files.isExecutable(VIRTUAL_DISPLAY), "Xvfb is not installed");
        Process display = new ProcessBuilder(
                        VIRTUAL_DISPLAY.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1600x1000x24",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader number =
                new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.UTF_8))) {
            String displayNumber = number.readLine();
            assumeTrue(displayNumber != null, "Xvfb did not start");
            ProcessBuilder viewer = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName(),
                    FOLDER.toString());
            viewer.environment().put("DISPLAY", ":" + displayNumber.strip());
            Path log = Files.createDirectories(FOLDER).resolve(logName);
            Process running = viewer.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertTrue(running.waitFor(120, TimeUnit.SECONDS), "the viewer did not end");
            assertEquals(0, running.exitValue(), Files.readString(log));
        } finally {
            display.destroy();
            display.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
