package org.rollscope.mqtt;

/** {@code rollscope collect} at mosquitto. */
class MosquittoCollectIT extends CollectIT {
    MosquittoCollectIT() {
        super(BrokerKind.MOSQUITTO);
    }
}
