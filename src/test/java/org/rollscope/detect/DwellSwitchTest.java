package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DwellSwitchTest {
    private static final long SEED = 20261121;

    @Test
    void turnsWhenTheConditionHasLastedAndRemembersItsOnset() {
        DwellSwitch dwell = new DwellSwitch(300, 500);
        assertFalse(dwell.accept(1000, true, false));
        assertFalse(dwell.accept(1299, true, false));
        assertTrue(dwell.turning());
        assertEquals(1000, dwell.pendingSinceUs());
        assertTrue(dwell.accept(1300, true, false));
        assertTrue(dwell.on());
        assertEquals(1000, dwell.changedUs());
        assertFalse(dwell.accept(2000, false, true));
        assertFalse(dwell.accept(2499, false, true));
        assertTrue(dwell.accept(2500, false, true));
        assertFalse(dwell.on());
        assertEquals(2000, dwell.changedUs());
    }

    @Test
    void interruptionBeginsTheDwellAnew() {
        DwellSwitch dwell = new DwellSwitch(300, 500);
        dwell.accept(0, true, false);
        dwell.accept(200, false, false);
        dwell.accept(250, true, false);
        assertFalse(dwell.accept(500, true, false));
        assertTrue(dwell.accept(550, true, false));
        assertEquals(250, dwell.changedUs());
    }

    @Test
    void zeroDwellTurnsAtOnce() {
        DwellSwitch dwell = new DwellSwitch(0, 0);
        assertTrue(dwell.accept(10, true, false));
        assertTrue(dwell.accept(20, false, true));
        assertFalse(dwell.on());
    }

    /** The obvious version looks back at every moment: has the condition held all the way, long enough? */
    @Test
    void sameAsLookingBackAtEveryMoment() {
        System.out.println("DwellSwitchTest seed " + SEED);
        Random random = new Random(SEED);
        for (int roundIndex = 0; roundIndex < 200; roundIndex++) {
            long onDwellUs = random.nextInt(8) * 10L;
            long offDwellUs = random.nextInt(8) * 10L;
            DwellSwitch dwell = new DwellSwitch(onDwellUs, offDwellUs);
            int length = 300;
            boolean[] onCondition = new boolean[length];
            boolean[] offCondition = new boolean[length];
            boolean on = false;
            int lastTurn = -1;
            for (int index = 0; index < length; index++) {
                boolean steady = index > 0 && random.nextInt(10) > 0;
                onCondition[index] = steady ? onCondition[index - 1] : random.nextBoolean();
                offCondition[index] = !onCondition[index] && random.nextInt(10) > 0;
                int since = index;
                boolean[] wanted = on ? offCondition : onCondition;
                while (since - 1 > lastTurn && wanted[since - 1]) {
                    since--;
                }
                boolean turns = wanted[index] && (index - since) * 10L >= (on ? offDwellUs : onDwellUs);
                if (turns) {
                    on = !on;
                    lastTurn = index;
                }
                assertEquals(turns, dwell.accept(index * 10L, onCondition[index], offCondition[index]));
                assertEquals(on, dwell.on());
                if (turns) {
                    assertEquals(since * 10L, dwell.changedUs());
                }
            }
        }
    }
}
