package org.rollscope.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TopicBudgetTest {
    private final TopicBudget budget = new TopicBudget();

    private void refill(int times) {
        for (int time = 0; time < times; time++) {
            budget.refill();
        }
    }

    private int admitted(String prefix, int count) {
        int admittedCount = 0;
        for (int index = 0; index < count; index++) {
            admittedCount += budget.admits(prefix + index) ? 1 : 0;
        }
        return admittedCount;
    }

    @Test
    void fiveHundredNewTopicsAtOnceAndAHundredWithEachRefillAreFine() {
        assertEquals(500, admitted("a/", 1000));
        assertEquals(0, admitted("b/", 1000));
        refill(1);
        assertEquals(100, admitted("c/", 1000));
        refill(50);
        assertEquals(500, admitted("d/", 1000));
    }

    @Test
    void whoComesBackToATopicInventsNothing() {
        assertEquals(500, admitted("a/", 500));
        for (int round = 0; round < 100; round++) {
            assertEquals(500, admitted("a/", 500));
        }
    }

    @Test
    void aTopicOfLongAgoIsNewAgain() {
        assertTrue(budget.admits("mine"));
        for (int round = 1; round <= 10; round++) {
            admitted("a" + round + "/", 500);
            refill(5);
        }
        assertEquals(500, admitted("full/", 1000));
        assertFalse(budget.admits("mine"));
    }

    @Test
    void twoThousandTopicsKeepAMessageAndAClearedOneMakesRoom() {
        for (int index = 0; index < 2000; index++) {
            assertTrue(budget.admitsRetained("a/" + index, false));
        }
        assertFalse(budget.admitsRetained("b", false));
        assertTrue(budget.admitsRetained("a/7", false), "it has one already");
        assertTrue(budget.admitsRetained("a/7", true));
        assertTrue(budget.admitsRetained("b", false));
        assertFalse(budget.admitsRetained("a/7", false));
    }
}
