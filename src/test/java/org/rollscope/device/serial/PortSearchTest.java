package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.BoardHello;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** The rules of a search, on ports that are only names. */
class PortSearchTest {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, String> present = new LinkedHashMap<>();
    private final PortSearch search = new PortSearch("", () -> Map.copyOf(present));
    private long nowNs = 1000 * SECOND_NS;

    private static BoardHello board(long seed) {
        return new AthleteSimulation(Scenario.COACHED, seed, 1).roller().hello(100);
    }

    private void plugIn(String path, String identity) {
        present.put(path, identity);
    }

    private String gaveUp(String path, PortChoice.Outcome outcome) {
        return search.gaveUp(path, outcome, "words", nowNs);
    }

    @Test
    void portThatIsNotTheRightOneIsLeftAloneForItsTimeOrUntilItIsUnplugged() {
        for (PortChoice.Outcome outcome : new PortChoice.Outcome[] {
            PortChoice.Outcome.GONE, PortChoice.Outcome.BABBLING, PortChoice.Outcome.OTHER_BOARD
        }) {
            long aloneNs = outcome == PortChoice.Outcome.GONE ? PortSearch.SILENT_ALONE_NS : PortSearch.OTHER_ALONE_NS;
            plugIn("/dev/ttyACM0", "first " + outcome);
            assertEquals("/dev/ttyACM0", search.next(nowNs), outcome.toString());
            gaveUp("/dev/ttyACM0", outcome);
            nowNs += aloneNs - 1;
            assertNull(search.next(nowNs), outcome.toString());
            nowNs += 1;
            assertEquals("/dev/ttyACM0", search.next(nowNs), outcome.toString());
            gaveUp("/dev/ttyACM0", outcome);
            plugIn("/dev/ttyACM0", "second " + outcome);
            assertEquals("/dev/ttyACM0", search.next(nowNs), "plugged in anew after " + outcome);
            gaveUp("/dev/ttyACM0", outcome);
        }
    }

    @Test
    void portThatSomebodyHoldsIsTriedInEveryRound() {
        plugIn("/dev/ttyACM0", "one");
        for (int round = 0; round < 3; round++) {
            assertEquals("/dev/ttyACM0", search.next(nowNs));
            gaveUp("/dev/ttyACM0", PortChoice.Outcome.UNOPENED);
            assertTrue(search.roundIsOver());
        }
    }

    @Test
    void lostRollersPortComesFirstAndInterruptsTheWaitOnAnother() {
        plugIn("/dev/ttyACM0", "a stranger");
        plugIn("/dev/ttyACM1", "the roller");
        assertNotNull(search.next(nowNs));
        search.found("/dev/ttyACM1", board(1));
        assertEquals("/dev/ttyACM1", search.name());
        present.remove("/dev/ttyACM1");
        gaveUp("/dev/ttyACM1", PortChoice.Outcome.GONE);
        assertEquals("serial:auto", search.name());
        assertEquals("/dev/ttyACM0", search.next(nowNs));
        assertFalse(search.betterThan("/dev/ttyACM0"));
        plugIn("/dev/ttyACM1", "the roller, back");
        assertTrue(search.betterThan("/dev/ttyACM0"));
        gaveUp("/dev/ttyACM0", PortChoice.Outcome.LEFT);
        assertEquals("/dev/ttyACM1", search.next(nowNs));
        assertFalse(search.betterThan("/dev/ttyACM1"));
    }

    @Test
    void anotherBoardIsRefusedUntilTheLostOneHasBeenWaitedFor() {
        plugIn("/dev/ttyACM0", "the roller");
        search.next(nowNs);
        search.found("/dev/ttyACM0", board(1));
        gaveUp("/dev/ttyACM0", PortChoice.Outcome.GONE);
        nowNs += PortSearch.FAITHFUL_NS - 1;
        search.next(nowNs);
        assertNotNull(search.refusal(board(2)));
        assertNull(search.refusal(board(1)));
        gaveUp("/dev/ttyACM0", PortChoice.Outcome.OTHER_BOARD);
        nowNs += 1;
        assertEquals("/dev/ttyACM0", search.next(nowNs), "it may now be the one");
        assertNull(search.refusal(board(2)));
    }

    @Test
    void whatIsOnThePortsIsSaidAtOnceAfterALossAndThenSeldom() {
        assertEquals(
                "no roller found: no USB serial port is there; is the roller plugged in?", search.nothingToTry(nowNs));
        assertNull(search.nothingToTry(nowNs + 9 * SECOND_NS));
        assertNotNull(search.nothingToTry(nowNs + 10 * SECOND_NS));
        plugIn("/dev/ttyACM0", "the roller");
        search.next(nowNs);
        search.found("/dev/ttyACM0", board(1));
        nowNs += 11 * SECOND_NS;
        assertEquals(
                "/dev/ttyACM0 with board " + board(1).boardSerial() + " was lost; looking for it on every port",
                gaveUp("/dev/ttyACM0", PortChoice.Outcome.GONE));
        assertNotNull(search.nothingToTry(nowNs));
    }
}
