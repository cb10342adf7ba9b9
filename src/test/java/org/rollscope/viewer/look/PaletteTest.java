package org.rollscope.viewer.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.detect.Activity;

/** Contrast demands of WCAG 2.1: 4.5 for texts, 3 for graphics. */
class PaletteTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void textsAndLinesStandOut(Theme theme) {
        Palette palette = Palette.of(theme);
        assertContrast(7, palette.ink(), palette.panel());
        for (Color ground : List.of(palette.panel(), palette.ground())) {
            assertContrast(4.5, palette.faint(), ground);
            assertContrast(4.5, palette.ceiling(), ground);
            assertContrast(3, palette.amber(), ground);
        }
        for (Color line : List.of(palette.mean(), palette.peak(), palette.speed(), palette.floor())) {
            assertContrast(3, line, palette.panel());
        }
        assertContrast(4.5, Palette.inkOn(palette.ceiling()), palette.ceiling());
        assertContrast(4.5, Palette.inkOn(palette.mean()), palette.mean());
        for (Activity activity : Activity.values()) {
            assertContrast(4.5, Palette.inkOn(palette.state(activity)), palette.state(activity));
        }
    }

    @Test
    void morePressureIsAlwaysLighter() {
        double before = 0;
        for (int percent = 0; percent <= 100; percent++) {
            double contrast = Palette.contrastRatio(Color.BLACK, PressureColours.at(percent / 100.0));
            assertTrue(contrast > before, percent + " %");
            before = contrast;
        }
        assertEquals(PressureColours.at(1), PressureColours.at(7));
        assertEquals(PressureColours.at(0), PressureColours.at(-1));
    }

    @Test
    void numbersOnEveryPressureCanBeRead() {
        for (int percent = 0; percent <= 100; percent++) {
            Color fill = PressureColours.at(percent / 100.0);
            assertContrast(4.2, Palette.inkOn(fill), fill);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 5", "NaN, 10, 5", "75, 80, 20", "101, 120, 20", "121, 150, 25", "200, 200, 50", "951, 1000, 200"
    })
    void axesEndAtRoundNumbers(double value, double upper, double tick) {
        assertEquals(upper, PressureScale.roundUp(value), 1e-9);
        assertEquals(tick, PressureScale.tick(upper), 1e-9);
    }

    private static void assertContrast(double atLeast, Color one, Color other) {
        double contrast = Palette.contrastRatio(one, other);
        assertTrue(contrast >= atLeast, one + " on " + other + " has " + contrast);
    }
}
