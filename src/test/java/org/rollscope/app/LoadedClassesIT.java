package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service must stay light: what it does not need is not even loaded. */
class LoadedClassesIT {
    private static final long LONGEST_S = 60;

    @TempDir
    private Path folder;

    @Test
    void aHeadlessDemonstrationLoadsNoWindow() throws IOException, InterruptedException {
        List<String> loaded = loadedBy("demo", "--headless", "--seconds", "2", "--speed", "max");
        // An annotation that the JDK's own bean reader, which the broker uses, knows by name; no window comes with it.
        loaded.remove("javax.swing.SwingContainer");
        assertEquals(List.of(), startingWith(loaded, "java.awt.", "javax.swing.", "org.jfree.", "com.formdev."));
        assertTrue(
                loaded.stream().anyMatch(name -> name.startsWith("org.apache.activemq.")),
                "the embedded broker was expected, so this test would not have seen it either");
    }

    @Test
    void aServiceWithAnOutsideBrokerLoadsNoneOfItsOwn() throws IOException, InterruptedException {
        // Nothing listens there: acquisition goes on all the same.
        List<String> loaded =
                loadedBy("service", "--source", "sim:coached?seed=1&seconds=2", "--mqtt", "mqtt://127.0.0.1:9");
        assertEquals(
                List.of(),
                startingWith(loaded, "org.apache.activemq.", "io.netty.", "java.awt.", "javax.swing.", "org.jfree."));
        // Commands that were not asked for stay out too, and with them what only they need.
        assertEquals(
                List.of(),
                startingWith(
                        loaded,
                        "org.rollscope.viewer.",
                        "org.rollscope.export.",
                        "org.rollscope.app.plan.PlanCommand",
                        "org.rollscope.app.score.",
                        "org.rollscope.app.review."));
        assertTrue(loaded.stream().anyMatch(name -> name.startsWith("org.eclipse.paho.")), "no MQTT client was loaded");
    }

    private List<String> loadedBy(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        Path output = folder.resolve("classes.txt");
        Process process = BuiltProgram.rollscope(
                        BuiltProgram.JAVA, List.of("-verbose:class", "-XX:+UseSerialGC"), words.toArray(String[]::new))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(LONGEST_S, TimeUnit.SECONDS), "the process did not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue());
        List<String> loaded = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            int sourceIndex = line.indexOf(" source:");
            if (sourceIndex > 0) {
                loaded.add(line.substring(line.lastIndexOf(' ', sourceIndex - 1) + 1, sourceIndex));
            }
        }
        assertTrue(loaded.size() > 500, "the list of classes was not understood: " + loaded.size());
        return loaded;
    }

    private static List<String> startingWith(List<String> names, String... prefixes) {
        return names.stream()
                .filter(name -> {
                    for (String prefix : prefixes) {
                        if (name.startsWith(prefix)) {
                            return true;
                        }
                    }
                    return false;
                })
                .limit(5)
                .toList();
    }
}
