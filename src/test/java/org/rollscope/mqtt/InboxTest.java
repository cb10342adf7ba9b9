package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    @Test
    void theOldestPayloadsGoAndChangesOfTheConnectionStay() throws Exception {
        Inbox inbox = new Inbox(3);
        inbox.add(new Inbox.Changed(true, "connected"));
        for (int index = 0; index < 10; index++) {
            inbox.add(new Inbox.Arrived("topic/" + index, new byte[0]));
        }
        inbox.add(new Inbox.Changed(false, "lost"));
        assertEquals(7, inbox.droppedCount());
        assertEquals(new Inbox.Changed(true, "connected"), inbox.take());
        for (int index = 7; index < 10; index++) {
            assertEquals("topic/" + index, ((Inbox.Arrived) inbox.take()).topicPath());
        }
        assertEquals(new Inbox.Changed(false, "lost"), inbox.take());
    }

    /** A room of rollers says hundreds of figures a second while a window is still being warmed up. */
    @Test
    void whatIsSaidOnceIsNotCrowdedOutByWhatIsSaidAgain() throws Exception {
        Inbox inbox = new Inbox(3);
        inbox.add(new Inbox.Arrived("rollscope/v1/a/session", new byte[0]));
        inbox.add(new Inbox.Arrived("rollscope/v1/a/event", new byte[0]));
        for (int index = 0; index < 10; index++) {
            inbox.add(new Inbox.Arrived("rollscope/v1/a/" + (index % 2 == 0 ? "frames" : "live"), new byte[0]));
        }
        assertEquals(9, inbox.droppedCount());
        for (String topic : List.of("session", "event", "live")) {
            assertEquals("rollscope/v1/a/" + topic, ((Inbox.Arrived) inbox.take()).topicPath());
        }
    }
}
