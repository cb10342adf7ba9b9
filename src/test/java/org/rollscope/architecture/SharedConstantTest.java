package org.rollscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The simulator and what is judged by it share no constant: otherwise detectors would only find again what they were told.
 *
 * <p>Read from the source, because the compiler copies constants and leaves no trace of where they came from.
 */
class SharedConstantTest {
    private static final Path SOURCE = Path.of("src/main/java/org/rollscope");
    private static final List<String> JUDGED = List.of("feature", "detect", "calibration", "session", "pipeline");
    private static final Pattern CONSTANT =
            Pattern.compile("^ +(?:public )?static final (?:double|float|int|long)(?:\\[])? (\\w+)", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static List<Path> files(String room) throws IOException {
        try (Stream<Path> paths = Files.list(SOURCE.resolve(room))) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static String text(String room) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(room)) {
            text.append(Files.readString(file));
        }
        return COMMENT.matcher(text).replaceAll(" ");
    }

    @Test
    void simulatorAndJudgedCodeDoNotReadEachOther() throws IOException {
        String simulation = text("simulation");
        assertTrue(simulation.contains("org.rollscope.frame"), "the simulator's source was not found");
        for (String judged : JUDGED) {
            assertFalse(text(judged).contains("org.rollscope.simulation"), judged + " reads the simulator");
            assertFalse(simulation.contains("org.rollscope." + judged), "the simulator reads " + judged);
        }
    }

    /** Numbers in the vocabulary that both speak: the simulator may use one, or the detectors, but not both. */
    @Test
    void noNumberOfTheCommonVocabularyIsUsedOnBothSides() throws IOException {
        Set<String> constants = new TreeSet<>();
        for (String common : List.of("frame", "athlete", "dsp")) {
            for (Path file : files(common)) {
                String type = file.getFileName().toString().replace(".java", "");
                Matcher matcher = CONSTANT.matcher(Files.readString(file));
                while (matcher.find()) {
                    constants.add(type + "." + matcher.group(1));
                }
            }
        }
        assertTrue(constants.size() > 5, "constants were not found: " + constants);
        String simulation = text("simulation");
        String detectors = text("feature") + text("detect");
        Set<String> shared = new TreeSet<>(constants);
        shared.removeIf(name -> !simulation.contains(name) || !detectors.contains(name));
        assertEquals(Set.of(), shared);
    }
}
