package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Übung 1 – IT-Band | Übung 1 – IT-Band",
                "a, b              | \"a, b\"",
                "say \"yes\"       | \"say \"\"yes\"\"\"",
                "=SUM(A1)          | '=SUM(A1)",
                "+1                | '+1",
                "-1                | '-1",
                "@cmd              | '@cmd",
                "=a,b              | \"'=a,b\"",
            })
    void aTextIsQuotedAndIsNoFormula(String text, String cell) {
        assertEquals(cell, CsvFile.safe(text));
    }

    @Test
    void linesOfATextStayInItsCell() {
        assertEquals("\"one\ntwo\"", CsvFile.safe("one\ntwo"));
        assertEquals("\"'\rtwo\"", CsvFile.safe("\rtwo"));
        assertEquals("'\ttwo", CsvFile.safe("\ttwo"));
        assertEquals("", CsvFile.safe(""));
    }

    @Test
    void aMissingValueIsNothingAndANegativeNumberIsNoFormula() throws Exception {
        Table table = new Table(
                "t",
                "A test.",
                List.of(
                        Column.text("a", "A text."),
                        Column.precise("b_kpa", "kPa", "A number."),
                        Column.integer("c_count", "", "A count.")));
        Path file = folder.resolve("t.csv");
        CsvFile.write(
                file, new SmallTable(table, List.of(Arrays.asList(null, -1.5, 3L), Arrays.asList("x", null, -3L))));
        assertEquals("a,b_kpa,c_count\r\n,-1.5,3\r\nx,,-3\r\n", Files.readString(file));
    }
}
