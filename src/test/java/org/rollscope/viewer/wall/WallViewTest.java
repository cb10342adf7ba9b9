package org.rollscope.viewer.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.Activity;
import org.rollscope.frame.HostClock;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.Orders;

/** The wall without a window, painted into an image. */
class WallViewTest {
    private long nowMs = 1000;
    private final ViewerModel model = new ViewerModel(
            new HostClock() {
                @Override
                public long monotonicNs() {
                    return nowMs * 1_000_000;
                }

                @Override
                public Instant wallClock() {
                    return Instant.EPOCH;
                }
            },
            1 << 13);
    private final List<String> opened = new ArrayList<>();
    private final WallView view = new WallView(new Orders(null, model.clock()), opened::add);

    @BeforeEach
    void sized() {
        view.restyle(Palette.LIGHT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        view.seen(new Dimension(1200, 700));
        view.setSize(1200, 700);
    }

    @Test
    void anExtremeOfOneFrameIsDrawnToItsHeightAndMissingFramesStayEmpty() {
        List<FramePoint> points = new ArrayList<>();
        for (int index = 0; index < 3000; index++) {
            if (index < 2000 || index >= 2100) {
                points.add(frame(index, index == 500 ? 90 : index == 1500 ? 2 : 40));
            }
        }
        model.message("a", new MetricsMessage.Frames(points));
        BufferedImage image = painted();
        Rectangle area = view.traceBounds(0);
        // No band is known, so the upper edge is at 100 kPa.
        assertEquals(1, linePixelsAt(image, area, 90));
        assertEquals(1, linePixelsAt(image, area, 2));
        assertTrue(linePixelsAt(image, area, 40) > area.width * 0.9);
        assertEquals(area.width / 30.0, emptyColumns(image, area), 2, "a second of missing frames");
    }

    @Test
    void anOverpressureIsAtTheTopWithTheNextTickAndGoesHomeLater() {
        SimulatedRoom room = new SimulatedRoom(30, 10_000);
        room.start(model);
        room.step();
        view.refresh(model);
        List<String> home = view.placedRollerIds();
        assertEquals(30, home.size());
        room.press(17, 1.3);
        int tickCount = 0;
        while (!view.placedRollerIds().get(0).equals(SimulatedRoom.rollerId(17))) {
            view.refresh(model);
            tickCount++;
        }
        assertEquals(1, tickCount);
        List<String> placed = view.placedRollerIds();
        assertEquals(home.get(0), placed.get(17));
        for (int place = 1; place < 30; place++) {
            assertTrue(place == 17 || placed.get(place).equals(home.get(place)), "only two have moved");
        }
        room.release(17);
        room.step();
        view.refresh(model);
        assertEquals(placed, view.placedRollerIds());
        nowMs += 7000;
        room.step();
        view.refresh(model);
        assertEquals(home, view.placedRollerIds());
    }

    @Test
    void nothingIsDrawnAgainWhenNothingIsNew() {
        SimulatedRoom room = new SimulatedRoom(3, 10_000);
        room.start(model);
        room.step();
        assertTrue(view.refresh(model));
        view.refresh(model); // the grid is known now
        assertFalse(view.refresh(model));
        room.step();
        assertTrue(view.refresh(model));
    }

    @Test
    void theKeyboardChoosesAPanelAndOpensIt() {
        SimulatedRoom room = new SimulatedRoom(30, 10_000);
        room.start(model);
        view.refresh(model);
        int columnCount = WallGrid.of(30, 1200, 700).columnCount();
        press("HOME");
        press("RIGHT");
        press("DOWN");
        press("ENTER");
        press("UP");
        press("LEFT");
        press("LEFT");
        press("SPACE");
        press("END");
        press("ENTER");
        assertEquals(
                List.of(SimulatedRoom.rollerId(columnCount + 1), SimulatedRoom.rollerId(0), SimulatedRoom.rollerId(29)),
                opened);
    }

    @Test
    void theSummaryCountsRollersAndAlarms() {
        SimulatedRoom room = new SimulatedRoom(40, 10_000);
        room.start(model);
        room.step();
        room.press(2, 1.2);
        room.press(3, 1.2);
        room.guard(5, 0.7);
        room.silence(6);
        nowMs += 2500;
        room.press(2, 1.2);
        room.press(3, 1.2);
        room.step();
        view.refresh(model);
        assertEquals(
                "32 rollers   \u00b7   2 over the ceiling   \u00b7   1 with guarding suspected   \u00b7   1 without data"
                        + "   \u00b7   8 more are not shown",
                CoachWall.summary(view.cards(), model.unlistedCount()));
        assertEquals("No roller has been heard yet; each appears by itself", CoachWall.summary(List.of(), 0));
    }

    private void press(String key) {
        view.getActionForKeyStroke(KeyStroke.getKeyStroke(key))
                .actionPerformed(new ActionEvent(view, ActionEvent.ACTION_PERFORMED, key));
    }

    private BufferedImage painted() {
        view.refresh(model); // finds the grid
        view.refresh(model);
        BufferedImage image = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        view.paintComponent(g2);
        g2.dispose();
        return image;
    }

    private static int linePixelsAt(BufferedImage image, Rectangle area, double kpa) {
        int y = area.y + area.height - 1 - (int) Math.round(kpa * (area.height - 1) / 100);
        int count = 0;
        for (int x = area.x; x < area.x + area.width; x++) {
            count += isLine(image, x, y) ? 1 : 0;
        }
        return count;
    }

    private static int emptyColumns(BufferedImage image, Rectangle area) {
        int count = 0;
        for (int x = area.x; x < area.x + area.width; x++) {
            boolean empty = true;
            for (int y = area.y; y < area.y + area.height; y++) {
                empty &= !isLine(image, x, y);
            }
            count += empty ? 1 : 0;
        }
        return count;
    }

    /** Without live figures the line is drawn as history. */
    private static boolean isLine(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFFFFFF) == (Palette.LIGHT.faint().getRGB() & 0xFFFFFF);
    }

    private static FramePoint frame(int index, double meanKpa) {
        return new FramePoint(
                index * 10_000L, index, Activity.HOLD, 1, meanKpa, 1, 1, 0, false, PadPressures.of(new double[48]));
    }
}
