package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built program, started as a process of its own, as people run it. */
public final class BuiltProgram {
    /** The repository. */
    public static final Path HOME = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    /** The Java that runs this test. */
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** For many processes on a small machine. */
    static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    private static final Path JAR = HOME.resolve("target/rollscope.jar");

    private BuiltProgram() {}

    /** A command with this test's Java. */
    public static ProcessBuilder rollscope(String... arguments) {
        return rollscope(JAVA, SMALL, arguments);
    }

    /** A command with another Java, or with other options of it. */
    public static ProcessBuilder rollscope(Path java, List<String> options, String... arguments) {
        assertTrue(Files.exists(JAR), JAR + " is missing: mvn package makes it");
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.add("-Drollscope.home=" + HOME);
        command.addAll(List.of("-cp", JAR + ":" + HOME.resolve("target/lib") + "/*", "org.rollscope.app.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
