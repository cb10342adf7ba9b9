package org.rollscope.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();

    private ProgressLine line(long wholeCount, boolean inPlace) {
        return new ProgressLine(new PrintWriter(text), "frames", wholeCount, 10, inPlace);
    }

    @Test
    void whereNobodyCanSeeItChangeItIsALineForEachTenth() {
        ProgressLine line = line(1000, false);
        for (int done = 0; done < 1000; done++) {
            line.advance();
        }
        line.clear();
        line.end();
        assertEquals(10, text.toString().lines().count(), text.toString());
        assertFalse(text.toString().contains("\r"));
        assertTrue(text.toString().startsWith(" 10 % of 1000 frames" + System.lineSeparator()), text.toString());
        assertTrue(text.toString().endsWith("100 % of 1000 frames" + System.lineSeparator()), text.toString());
    }

    @Test
    void onATerminalItIsABarThatMakesRoom() {
        ProgressLine line = line(10, true);
        for (int done = 0; done < 5; done++) {
            line.advance();
        }
        assertTrue(text.toString().endsWith("\r[###############...............]  50 % of 10 frames"), text.toString());
        line.clear();
        assertTrue(text.toString().endsWith(" \r"), text.toString());
        line.end();
        assertFalse(text.toString().contains("\n"));
        line.advance();
        line.end();
        assertTrue(text.toString().endsWith("60 % of 10 frames" + System.lineSeparator()), text.toString());
    }

    @Test
    void whatIsQuicklyDoneIsNotTold() {
        ProgressLine line = line(9, false);
        for (int done = 0; done < 9; done++) {
            line.advance();
        }
        line.end();
        assertEquals("", text.toString());
    }
}
