package org.rollscope.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of rules says what is there. */
class PracticeRuleTest {
    private static final Path PAGE = Path.of("src/docs/programme.md");
    private static Set<String> classes;
    private static Set<String> tests;
    private static String settings;

    @BeforeAll
    static void look() throws IOException {
        classes = names(Path.of("src/main/java"));
        tests = names(Path.of("src/test/java"));
        settings = Files.readString(Path.of("config/rollscope.yaml"))
                + Files.readString(Path.of("config/detection/default.yaml"));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyRuleOfTheStudyIsThereOnce() {
        List<String> expected = Stream.concat(
                        IntStream.rangeClosed(1, 21).mapToObj(number -> "T" + number),
                        IntStream.rangeClosed(1, 10).mapToObj(number -> "P" + number))
                .toList();
        assertEquals(
                expected, Arrays.stream(PracticeRule.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatARuleNamesIsThere(PracticeRule rule) {
        rule.classes().forEach(name -> assertTrue(classes.contains(name), name));
        rule.tests().forEach(name -> assertTrue(tests.contains(name), name));
        rule.settingsKeys().forEach(key -> assertTrue(settings.contains(" " + key + ":"), key));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleWithABehaviourHasAClassAndATestAndOneWithoutHasNone(PracticeRule rule) {
        boolean behaves = rule.state() == PracticeRule.State.DONE || rule.state() == PracticeRule.State.PARTLY;
        assertEquals(behaves, !rule.classes().isEmpty());
        assertEquals(behaves, !rule.tests().isEmpty());
        assertFalse(rule.behaviour().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void aTestThatIsNamedUsesOneOfTheClasses(PracticeRule rule) throws IOException {
        for (String test : rule.tests()) {
            String text;
            try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
                text = Files.readString(files.filter(file -> file.endsWith(test + ".java"))
                        .findFirst()
                        .orElseThrow());
            }
            boolean command = test.contains("Command");
            assertTrue(
                    command
                            || rule.classes().stream().anyMatch(text::contains)
                            || test.equals("ProgressionTest")
                            || test.equals("TwelveWeeksTest"),
                    rule + ": " + test + " speaks of none of " + rule.classes());
        }
    }

    @Test
    void thePageHasTheTable() throws IOException {
        assertTrue(
                Files.readString(PAGE).contains("<!-- rules -->\n" + PracticeRule.table() + "<!-- rules end -->\n"),
                "put this between the marks of " + PAGE + ":\n" + PracticeRule.table());
    }
}
