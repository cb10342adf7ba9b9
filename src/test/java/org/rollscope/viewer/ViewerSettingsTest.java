package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4999   | 1200 | 760 | chartSpanMs must be 5000..600000 ms, was 4999",
                "600001 | 1200 | 760 | chartSpanMs must be 5000..600000 ms, was 600001",
                "60000  | 899  | 760 | widthPx must be 900..10000 px, was 899",
                "60000  | 1200 | 599 | heightPx must be 600..10000 px, was 599"
            })
    void aValueOutOfRangeIsNamed(long chartSpanMs, int widthPx, int heightPx, String words) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ViewerSettings.defaults()
                .withChartSpanMs(chartSpanMs)
                .withPlace(new WindowPlace(WindowPlace.Corner.OF_SYSTEM, widthPx, heightPx, false)));
        assertEquals(words, refused.getMessage());
    }

    @Test
    void withoutADisplayItSaysSo() {
        assumeTrue(GraphicsEnvironment.isHeadless(), "there is a display");
        ViewerException refused = assertThrows(
                ViewerException.class,
                () -> Viewer.open(new PlayedFeed(1), Screenshots.CLOCK, ViewerSettings.defaults()));
        assertEquals(
                "there is no display to open a window on; use a desktop, or the demo's --headless",
                refused.getMessage());
    }
}
