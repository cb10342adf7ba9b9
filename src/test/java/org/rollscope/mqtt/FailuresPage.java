package org.rollscope.mqtt;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that tells people what to do when MQTT fails: its lines, with its placeholders for what differs. */
public final class FailuresPage {
    private static final Path PAGE = Path.of("src/docs/mqtt/failures.md");
    private static final Pattern ROW = Pattern.compile("^\\| (.*) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[A-Z]:[A-Z]|[A-Z]+(?=\\b)|\\.\\.\\.|[^A-Z.]+|.");
    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            entry("H:P", "\\S+:\\d+"),
            entry("HOST", "\\S+"),
            entry("U", "[a-z0-9-]+"),
            entry("URI", "mqtts?://\\S+"),
            entry("N", "\\d+"),
            entry("DAY", "\\d{4}-\\d\\d-\\d\\d"),
            entry("FILE", "\\S+"),
            entry("FOLDER", "\\S+"),
            entry("TOPIC", "\\S+"),
            entry("WORDS", ".+"),
            entry("...", ".*"));

    private FailuresPage() {}

    /** The lines below a heading that tells of connections. */
    static List<String> linesBelow(String heading) {
        List<String> lines = new ArrayList<>();
        boolean below = false;
        for (String line : page()) {
            if (line.startsWith("#")) {
                below = line.equals("## " + heading);
            }
            Matcher row = ROW.matcher(line);
            if (below && row.matches()) {
                String[] cells = row.group(1).split(" \\| ");
                Matcher first = QUOTED.matcher(cells[0]);
                if (first.matches()) {
                    assertTrue(cells[cells.length - 1].length() > 5, "it is not said what to do: " + line);
                    lines.add(first.group(1));
                }
            }
        }
        return lines;
    }

    /** Whether a line of the page is what was said. */
    static boolean isMeant(String line, String said) {
        StringBuilder pattern = new StringBuilder();
        Matcher words = WORD.matcher(line.replaceAll(" +", " "));
        while (words.find()) {
            String placeholder = PLACEHOLDERS.get(words.group());
            pattern.append(placeholder == null ? Pattern.quote(words.group()) : placeholder);
        }
        return said.replaceAll(" +", " ").matches(pattern.toString());
    }

    /** A line of {@code rollscope doctor} stands on the page, whole or behind "FAIL  broker". */
    public static void assertDoctorLineIsTold(String doctorLine) {
        String words = doctorLine
                .replaceFirst("^FAIL  broker +(the service's broker: )?", "")
                .replaceFirst("; sessions are recorded all the same$", "");
        for (String line : page()) {
            Matcher quoted = QUOTED.matcher(line);
            while (quoted.find()) {
                if (isMeant(quoted.group(1), words)) {
                    return;
                }
            }
        }
        throw new AssertionError(PAGE + " does not tell: " + doctorLine);
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
