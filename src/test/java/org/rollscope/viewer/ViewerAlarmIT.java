package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How soon an alarm is at the top of the wall, in a real window. */
@Tag("alone")
@Timeout(260)
class ViewerAlarmIT {
    @Test
    void anOverpressureIsAtTheTopOfTheWallWithinATick() throws Exception {
        Display.run(WallOnDisplay.class, "wall.log", 120);
        assertEquals(
                1600,
                ImageIO.read(Display.folder().resolve("wall-light.png").toFile())
                        .getWidth());
        assertEquals(
                1200,
                ImageIO.read(Display.folder().resolve("wall-dark.png").toFile()).getWidth());
    }

    /** Thirty of them: {@code src/test/scripts/rollers30.sh}. */
    @Test
    void aRoomOfRollersIsLiveAndItsAlarmsAreAtTheTopInTime() throws Exception {
        String said = Display.run(CrowdOnDisplay.class, "crowd.log", 150, "8", "15");
        System.out.println(said.lines()
                .filter(line -> line.contains("of one processor"))
                .findFirst()
                .orElseThrow());
    }
}
