package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service maps into its memory as code, and what it leaves in the folder for temporary files. */
class NativeLibrariesIT {
    private static final long DEADLINE_NS = 30_000_000_000L;
    private static final Set<String> LIBRARIES = Set.of("libjSerialComm.so", "libsqlitejdbc.so");

    @TempDir
    private Path folder;

    @Test
    void aServiceLoadsTheShippedCodeAndUnpacksNone() throws IOException, InterruptedException {
        assumeTrue(
                Set.of("amd64", "aarch64", "arm").contains(System.getProperty("os.arch")), "nothing is shipped for it");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        // A port that is there but is none: the library is loaded to try it.
        Path port = Files.createFile(folder.resolve("port"));
        Process service = BuiltProgram.rollscope(
                        BuiltProgram.JAVA,
                        List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary),
                        "service",
                        "--source",
                        "serial:" + port,
                        "--mqtt",
                        "mqtt://127.0.0.1:9",
                        "--data",
                        folder.resolve("data").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (String library : LIBRARIES) {
                Path mapped = awaitMapped(service.pid(), library);
                assertTrue(mapped.startsWith(BuiltProgram.HOME.resolve("target/natives")), mapped.toString());
            }
            assertEquals(List.of(), listed(temporary));
        } finally {
            service.destroy();
            if (!service.waitFor(20, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        assertEquals(List.of(), listed(temporary));
    }

    @Test
    void aMachineForWhichNothingIsShippedIsSaidAndLeavesTheLibrariesTheirOwnWay() {
        assertFalse(NativeLibraries.useShipped(Path.of("target/natives"), "sparc"));
        assertFalse(NativeLibraries.useShipped(folder, "amd64"));
    }

    private static Path awaitMapped(long processId, String library) throws IOException {
        long endNs = System.nanoTime() + DEADLINE_NS;
        while (System.nanoTime() < endNs) {
            try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(processId), "maps"))) {
                List<String> lines = maps.filter(line -> line.contains(library.replace(".so", "")))
                        .collect(Collectors.toList());
                if (!lines.isEmpty()) {
                    return Path.of(lines.get(0).substring(lines.get(0).indexOf('/')));
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the service never loaded " + library);
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(Path::toString)
                    .toList();
        }
    }
}
