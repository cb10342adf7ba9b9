package org.rollscope.viewer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Quantity;

/** Judged by the pixels of the detail, against the frames. */
class SessionPlotTest {
    private static final int WIDTH_PX = 900;
    private static final int HEIGHT_PX = 520;
    private static final long S = 1_000_000;
    /** Lines are smooth: ink lies on the pixel or beside it. */
    private static final int SMOOTH_PX = 1;

    private Palette palette = Palette.LIGHT;

    private BufferedImage draw(SessionPlot plot, TimeWindow window) {
        plot.restyle(palette, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        plot.draw(g2, WIDTH_PX, HEIGHT_PX, window);
        g2.dispose();
        return image;
    }

    /** Whether a pixel near a place leans to a colour. */
    private static boolean inkNear(BufferedImage image, double xPx, double yPx, Color colour) {
        for (int x = (int) Math.round(xPx) - SMOOTH_PX - 1; x <= Math.round(xPx) + SMOOTH_PX; x++) {
            for (int y = (int) Math.round(yPx) - SMOOTH_PX - 1; y <= Math.round(yPx) + SMOOTH_PX; y++) {
                if (x >= 0 && y >= 0 && x < WIDTH_PX && y < HEIGHT_PX && isLike(image.getRGB(x, y), colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLike(int rgb, Color colour) {
        Color seen = new Color(rgb);
        int away = Math.abs(seen.getRed() - colour.getRed())
                + Math.abs(seen.getGreen() - colour.getGreen())
                + Math.abs(seen.getBlue() - colour.getBlue());
        return away < 150;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyLonelyExtremeOfAnHourIsSeen(Theme theme) {
        palette = Palette.of(theme);
        RecordedLines lines = new RecordedLines();
        Random random = new Random(20261122);
        int frameCount = 90_000;
        boolean[] extreme = new boolean[frameCount];
        for (int index = 0; index < frameCount; index++) {
            extreme[index] = index % 1500 == 700;
            lines.frame(20 + random.nextDouble(), extreme[index] ? 95 : 30 + random.nextDouble(), 0);
        }
        ReviewedSession session = lines.session();
        SessionPlot plot = new SessionPlot(session, List.of());
        BufferedImage image = draw(plot, session.whole());
        int seenCount = 0;
        for (int index = 0; index < frameCount; index++) {
            if (extreme[index]) {
                double xPx = plot.xPx(session.tracks().timeUs(index), session.whole());
                assertTrue(inkNear(image, xPx, plot.yPx(95) + 1, palette.peak()), "the extreme of frame " + index);
                seenCount++;
            }
        }
        assertEquals(60, seenCount);
        assertFalse(inkNear(image, plot.xPx(0, session.whole()) + 3, plot.yPx(95) + 1, palette.peak()));
    }

    @Test
    void aGapIsBlankFromTheLastFrameToTheNext() {
        RecordedLines lines = new RecordedLines();
        for (int index = 0; index < 1000; index++) {
            lines.frame(40, 45, 10);
        }
        lines.lost(200);
        for (int index = 0; index < 1000; index++) {
            lines.frame(40, 45, 10);
        }
        ReviewedSession session = lines.session();
        SessionPlot plot = new SessionPlot(session, List.of());
        BufferedImage image = draw(plot, session.whole());
        TimeWindow gap = session.gaps().get(0);
        int fromPx = (int) Math.ceil(plot.xPx(gap.fromUs(), session.whole())) + 3;
        int toPx = (int) Math.floor(plot.xPx(gap.toUs(), session.whole())) - 3;
        assertTrue(toPx - fromPx > 50, "a gap that can be seen");
        for (int x = fromPx; x <= toPx; x++) {
            assertFalse(inkNear(image, x, plot.yPx(40), palette.mean()), "mean pressure over the gap at " + x);
            assertFalse(inkNear(image, x, plot.yPx(45), palette.peak()), "peak pressure over the gap at " + x);
        }
        assertTrue(inkNear(image, fromPx - 10, plot.yPx(40), palette.mean()));
        assertTrue(inkNear(image, toPx + 10, plot.yPx(40), palette.mean()));
        Rectangle2D area = plot.areas().get(0);
        assertTrue(inkNear(image, (fromPx + toPx) / 2.0, area.getY() + 4, palette.amber()), "the strip says no data");
    }

    @Test
    void aLineReachesTheEdgesWhenFewFramesAreShown() {
        RecordedLines lines = new RecordedLines();
        for (int index = 0; index < 200; index++) {
            lines.frame(40, 50, 0);
        }
        ReviewedSession session = lines.session();
        SessionPlot plot = new SessionPlot(session, List.of());
        TimeWindow window = new TimeWindow(S + 4_000, S + 204_000);
        BufferedImage image = draw(plot, window);
        Rectangle2D area = plot.areas().get(0);
        assertTrue(inkNear(image, area.getX() + 3, plot.yPx(40), palette.mean()));
        assertTrue(inkNear(image, area.getMaxX() - 4, plot.yPx(40), palette.mean()));
    }

    @Test
    void aFrameLiesWhereItsTimeIs() {
        RecordedLines lines = new RecordedLines();
        for (int index = 0; index < 60_000; index++) {
            lines.frame(20, index == 33_333 ? 90 : 25, 0);
        }
        ReviewedSession session = lines.session();
        SessionPlot plot = new SessionPlot(session, List.of());
        draw(plot, session.whole());
        long timeUs = session.tracks().timeUs(33_333);
        TimeWindow near = new TimeWindow(timeUs - S, timeUs + 2 * S);
        BufferedImage image = draw(plot, near);
        double xPx = plot.xPx(timeUs, near);
        assertTrue(inkNear(image, xPx, plot.yPx(90) + 1, palette.peak()));
        assertFalse(inkNear(image, xPx + 20, plot.yPx(90) + 1, palette.peak()));
        assertEquals(timeUs, plot.timeUs(xPx, near), 1000);
        assertEquals(90, session.tracks().value(Quantity.PEAK_PRESSURE, 33_333));
    }
}
