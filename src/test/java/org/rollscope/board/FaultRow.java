package org.rollscope.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table in {@code src/docs/faults.md}.
 *
 * @param fault its name.
 * @param fileRow what stands in the fault file.
 * @param tried {@code recorded} or {@code service}.
 * @param expectations what must show, one item each.
 */
record FaultRow(String fault, String fileRow, String tried, List<String> expectations) {
    private static final Pattern NAME = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** All rows of the document. */
    static List<FaultRow> all() throws IOException {
        List<FaultRow> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Repository.HOME.resolve("src/docs/faults.md"))) {
            if (line.startsWith("| `")) {
                String[] cells = line.substring(2, line.length() - 2).split(" \\| ");
                rows.add(new FaultRow(
                        quoted(cells[0]).get(0),
                        quoted(cells[1]).get(0),
                        quoted(cells[2]).get(0),
                        quoted(cells[3])));
            }
        }
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** The faults that the simulated board knows, by its own document, which its own test holds. */
    static Set<String> schema() throws IOException {
        Path document = Repository.HOME.resolve("hardware/simulated-board/README.md");
        Matcher names = NAME.matcher(Files.readString(document));
        Set<String> found = new TreeSet<>();
        while (names.find()) {
            found.add(names.group(1));
        }
        return found;
    }

    @Override
    public String toString() {
        return fileRow + " (" + tried + ")";
    }
}
