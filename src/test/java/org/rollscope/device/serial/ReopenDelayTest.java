package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReopenDelayTest {
    private final ReopenDelay delay = new ReopenDelay();

    @Test
    void delayDoublesUpToFourTenthsOfASecondAndIsShortAgainAfterASuccess() {
        List<Long> delaysMs = Stream.generate(delay::nextMs).limit(4).toList();
        assertEquals(List.of(100L, 200L, 400L, 400L), delaysMs);
        delay.succeeded();
        assertEquals(100, delay.nextMs());
    }
}
