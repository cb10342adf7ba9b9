package org.rollscope.app.install;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The programs on the search path, and those that only root usually finds. */
final class SystemTools implements HostTools {
    /** Reading and writing the flash of a board over a slow programmer takes a minute. */
    private static final long LONGEST_S = 600;

    private static final int BUFFER_CHARS = 512;

    @Override
    public boolean has(String program) {
        if (program.contains(File.separator)) {
            return Files.isExecutable(Path.of(program));
        }
        return folders().stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(Path.of("/usr/sbin"));
        folders.add(Path.of("/sbin"));
        return folders;
    }

    @Override
    public Ran run(List<String> command, Consumer<String> heard) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
        } catch (IOException failed) {
            return new Ran(Ran.NOT_STARTED, String.valueOf(failed.getMessage()));
        }
        // Ends a program that hangs; its output then ends too.
        AtomicBoolean tooLong = new AtomicBoolean();
        process.onExit().orTimeout(LONGEST_S, TimeUnit.SECONDS).exceptionally(late -> {
            tooLong.set(true);
            return process.destroyForcibly();
        });
        StringBuilder output = new StringBuilder();
        try (Reader reader = new InputStreamReader(process.getInputStream(), Charset.defaultCharset())) {
            char[] buffer = new char[BUFFER_CHARS];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                String part = new String(buffer, 0, count);
                output.append(part);
                heard.accept(part);
            }
        } catch (IOException ended) {
            // its exit code says the rest
        }
        int exitCode = process.onExit().join().exitValue();
        return new Ran(tooLong.get() ? Ran.TOO_LONG : exitCode, output.toString());
    }
}
