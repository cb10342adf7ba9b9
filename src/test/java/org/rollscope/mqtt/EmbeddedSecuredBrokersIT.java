package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollscope.telemetry.ControlTopics;

/** What the embedded broker with the files of {@code rollscope secure} lets happen. */
class EmbeddedSecuredBrokersIT extends SecuredBrokersIT {
    EmbeddedSecuredBrokersIT() {
        super(BrokerKind.EMBEDDED);
    }

    /** A stranger must not fill the memory of the service before anybody knows who that is. */
    @Test
    void itGathersNoHugeGreeting() throws Exception {
        SecuredBroker broker = running();
        long takenBytes = LongGreeting.send(broker.port(), sound.caFile(), 200_000_000);
        // What the kernel holds for both ends, 4 and 6 MB by Linux's defaults, goes away before anybody notices the
        // end.
        assertTrue(takenBytes < 20_000_000, takenBytes + " bytes were taken");
    }

    @Test
    void itRefusesATopicThatIsTooLong() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient roller = new SecureClient(broker, sound, "roller-1")) {
            assertTrue(roller.publish(ControlTopics.answer("roller-1", "x".repeat(100)), "ok") < REFUSED);
            roller.flood(ControlTopics.answer("roller-1", "x".repeat(300)), 1);
            roller.awaitEnd();
        }
    }
}
