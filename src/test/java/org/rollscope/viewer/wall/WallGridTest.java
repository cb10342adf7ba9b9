package org.rollscope.viewer.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallGridTest {
    @Test
    void thirtyPanelsFitTheWindowAsItOpens() {
        WallGrid grid = WallGrid.of(30, 1184, 670);
        assertTrue(grid.size(30).height <= 670, grid.toString());
        assertTrue(grid.size(30).width <= 1184, grid.toString());
    }

    @Test
    void aSmallWindowScrollsAndKeepsPanelsReadable() {
        WallGrid grid = WallGrid.of(30, 880, 400);
        assertTrue(grid.size(30).height > 400);
        assertTrue(grid.size(30).width <= 880);
        assertEquals(4, grid.columnCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 16, 29, 30, 32})
    void panelsLieApartAndInside(int panelCount) {
        WallGrid grid = WallGrid.of(panelCount, 1500, 900);
        for (int place = 0; place < panelCount; place++) {
            assertTrue(grid.bounds(place).x + grid.bounds(place).width <= 1500);
            assertTrue(grid.bounds(place).y + grid.bounds(place).height <= grid.size(panelCount).height);
            assertEquals(
                    place,
                    grid.placeAt(
                            (int) grid.bounds(place).getCenterX(),
                            (int) grid.bounds(place).getCenterY(),
                            panelCount));
            for (int other = 0; other < place; other++) {
                assertFalse(grid.bounds(place).intersects(grid.bounds(other)));
            }
        }
        assertEquals(-1, grid.placeAt(1, 1, panelCount));
    }
}
