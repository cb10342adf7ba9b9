package org.rollscope.viewer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.app.Main;

/** The real service as a process, with somebody on its roller who rolls and holds. */
final class ServiceProcess implements AutoCloseable {
    private static final String ATHLETE = """
            scenario: window
            description: "comes at once and holds for long"
            roller: {layout: reference, hardness: firm, parts: usual}
            traits: []
            confounders: []
            steps:
              - rest: {seconds: 2}
              - press: {seconds: 1, load: 0.6}
              - strokes: {count: 2, speed_mm_per_s: 60, length_mm: 100, load: 0.6}
              - repeat:
                  times: 20
                  steps:
                    - hold: {seconds: 100, load: 0.7, on_tender_spot: false}
                    - strokes: {count: 1, speed_mm_per_s: 60, length_mm: 100, load: 0.6}
            """;

    private final Process process;
    private final Path data;

    /**
     * Starts it.
     *
     * @param folder of its own.
     * @param options besides source and data folder.
     */
    ServiceProcess(Path folder, String... options) throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        Path athlete = Files.writeString(folder.resolve("window.yaml"), ATHLETE);
        List<String> words = new ArrayList<>(
                List.of("service", "--source", "sim:" + athlete + "?seed=11", "--data", data.toString()));
        words.addAll(List.of(options));
        process = new ProcessBuilder(Display.java(Main.class, words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
    }

    Path data() {
        return data;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
