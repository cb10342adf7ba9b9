package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollscope.mqtt.MosquittoBroker;
import org.rollscope.viewer.review.ReviewOnDisplay;

/** Opens the window on a display, its own virtual one where there is none, and looks at the picture. */
@Tag("paced")
@Timeout(260)
class ViewerIT {
    @Test
    void theWindowShowsTheChartInBothLooks() throws Exception {
        Display.run(Screenshots.class, "viewer.log", 120);
        for (String name : List.of("light.png", "dark.png")) {
            assertEquals(
                    1200, ImageIO.read(Display.folder().resolve(name).toFile()).getWidth());
        }
    }

    /** Live session, pain by keys, over-pressure at the top of the wall, a ceiling that the service sets, a window that only looks. */
    @Test
    void aRunningServiceAnswersWhatIsPressedInTheRealWindow() throws Exception {
        Display.run(LiveOnDisplay.class, "live.log", 170);
    }

    /** Somebody whom the screening holds back asks the window for guidance, in vain; then is guided. */
    @Test
    void nobodyIsGuidedFromTheWindowWhomTheScreeningHoldsBack() throws Exception {
        Display.run(RoutineOnDisplay.class, "routine.log", 170);
    }

    /** Broker killed, restarted and frozen, nonsense, a board that begins anew, a wrong password: it answers and says what is wrong. */
    @Test
    void theWindowStaysUsableWhateverFails() throws Exception {
        MosquittoBroker.assumeInstalled();
        Display.run(FaultsOnDisplay.class, "faults.log", 240);
    }

    /** A simulated session of the real commands: zoomed, measured, exported and drawn, each number as the archive has it. */
    @Test
    void aRecordedSessionIsReviewedAsItLiesInTheArchive() throws Exception {
        Display.run(ReviewOnDisplay.class, "review.log", 170);
    }
}
