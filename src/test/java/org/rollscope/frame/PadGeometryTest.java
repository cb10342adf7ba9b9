package org.rollscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadGeometryTest {
    @ParameterizedTest(name = "pad {0}: row {1}, column {2}, {3} degrees, {4} mm")
    @CsvSource({"0, 0, 0, 0, -45", "3, 0, 3, 90, -45", "11, 0, 11, 330, -45", "12, 1, 0, 0, -15", "47, 3, 11, 330, 45"})
    void padsAreCountedAroundThenAlong(int padIndex, int row, int column, double angleDeg, double axialMm) {
        PadGeometry roller = PadGeometry.REFERENCE;
        assertEquals(row, roller.rowIndex(padIndex));
        assertEquals(column, roller.columnIndex(padIndex));
        assertEquals(angleDeg, Math.toDegrees(roller.columnAngleRad(padIndex)), 1e-9);
        assertEquals(axialMm, roller.axialMm(padIndex), 1e-9);
    }

    @Test
    void tilesOfBothRollersCoverTheWholeSurface() {
        for (PadGeometry roller : new PadGeometry[] {PadGeometry.REFERENCE, PadGeometry.STARTER}) {
            double aroundMm = 2 * Math.PI * roller.radiusMm();
            // Twelve flat tiles of 34 mm around a circle of 408.4 mm.
            assertEquals(aroundMm, roller.columnCount() * roller.tileWidthMm(), 1);
            assertEquals(120, roller.rowCount() * roller.tileLengthMm());
            assertEquals(roller, PadGeometry.of(roller.geometryId()));
        }
    }

    /** As the wire's specification has it: eight columns of 15.7 mm about a bar of 40 mm, four rows of 30 mm. */
    @Test
    void tilesOfTheStickGoAllAroundItsMiddle() {
        PadGeometry stick = PadGeometry.of(6);
        assertEquals(ToolKind.STICK, stick.tool());
        assertEquals(32, stick.padCount());
        assertEquals(2 * Math.PI * 20, stick.columnCount() * stick.tileWidthMm(), 1e-9);
        assertEquals(-45, stick.axialMm(0), 1e-9);
        assertEquals(45, stick.axialMm(31), 1e-9);
        assertEquals(Math.PI, stick.columnAngleRad(4), 1e-9);
        assertEquals(List.of(stick), PadGeometry.all(ToolKind.STICK));
    }

    @Test
    void unknownRollerIsRefusedInWords() {
        assertFalse(PadGeometry.isKnown(7));
        String message = assertThrows(IllegalArgumentException.class, () -> PadGeometry.of(7))
                .getMessage();
        assertTrue(message.contains("this software is older than the roller"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 12, 34, 30, 65",
        "1, 0, 12, 34, 30, 65",
        "1, 4, 2, 34, 30, 65",
        "1, 6, 11, 34, 30, 65",
        "1, 4, 12, 0, 30, 65",
        "1, 4, 12, 34, NaN, 65",
        "1, 4, 12, 34, 30, -1"
    })
    void gridThatNoRollerCanHaveIsRefused(
            int geometryId, int rows, int columns, double widthMm, double lengthMm, double radiusMm) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PadGeometry(geometryId, "x", rows, columns, widthMm, lengthMm, radiusMm));
    }

    @Test
    void everyFlagHasItsWordAndItsBit() {
        assertEquals("good", Quality.words(0));
        assertEquals(
                "pad_saturated,outside_calibrated_range,pad_uncalibrated,imu_invalid,after_gap,lobes_disagree,"
                        + "after_missed_tick",
                Quality.words(127));
        assertEquals("lobes_disagree", Quality.words(Quality.LOBES_DISAGREE_FLAGS));
    }
}
