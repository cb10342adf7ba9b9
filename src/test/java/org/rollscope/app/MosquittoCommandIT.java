package org.rollscope.app;

import org.rollscope.mqtt.BrokerKind;

/** A service is told what to do through mosquitto. */
class MosquittoCommandIT extends CommandIT {
    MosquittoCommandIT() {
        super(BrokerKind.MOSQUITTO);
    }
}
