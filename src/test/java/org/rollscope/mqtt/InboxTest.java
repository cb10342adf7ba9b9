package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
