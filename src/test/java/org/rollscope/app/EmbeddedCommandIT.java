package org.rollscope.app;

import org.rollscope.mqtt.BrokerKind;

/** A service is told what to do through the embedded broker. */
class EmbeddedCommandIT extends CommandIT {
    EmbeddedCommandIT() {
        super(BrokerKind.EMBEDDED);
    }
}
