package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording made under one Java gives the same bytes and the same events under Java 25, where that is installed. */
class JdkVersionsIT {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final long LONGEST_S = 120;

    @TempDir
    private Path folder;

    @Test
    void java25SimulatesTheSameBytesAndFindsTheSameEvents() throws IOException, InterruptedException {
        Optional<Path> other = java25();
        assumeTrue(other.isPresent(), "SKIPPED: there is no Java 25 in " + INSTALLED);
        Path usual = BuiltProgram.JAVA;
        for (String scenario : List.of("coached", "overpresser")) {
            Path recorded = simulate(usual, scenario, "usual");
            Path again = simulate(other.get(), scenario, "other");
            assertArrayEquals(
                    Files.readAllBytes(recorded.resolve("session.rsw")),
                    Files.readAllBytes(again.resolve("session.rsw")),
                    scenario);
            String events = analyse(usual, recorded, "usual");
            assertTrue(events.contains("\"hold\""), events);
            assertEquals(events, analyse(other.get(), recorded, "other"), scenario);
        }
    }

    private static Optional<Path> java25() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            for (Path home : homes.sorted().toList()) {
                Path release = home.resolve("release");
                if (Files.isRegularFile(release)
                        && Files.readString(release).contains("JAVA_VERSION=\"25")
                        && Files.isExecutable(home.resolve("bin/java"))) {
                    return Optional.of(home.resolve("bin/java"));
                }
            }
        }
        return Optional.empty();
    }

    private Path simulate(Path java, String scenario, String name) throws IOException, InterruptedException {
        Path out = folder.resolve(scenario + "-" + name);
        run(java, name, "simulate", "--scenario", scenario, "--seed", "4", "--seconds", "90", "--out", out.toString());
        return out;
    }

    private String analyse(Path java, Path recorded, String name) throws IOException, InterruptedException {
        return Files.readString(
                run(java, name, "analyse", recorded.resolve("session.rsw").toString(), "--json"));
    }

    private Path run(Path java, String name, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve(name + ".out");
        Path errors = folder.resolve(name + ".err");
        Process process = BuiltProgram.rollscope(java, List.of(), arguments)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertTrue(process.waitFor(LONGEST_S, TimeUnit.SECONDS), "the process did not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(errors));
        return output;
    }
}
