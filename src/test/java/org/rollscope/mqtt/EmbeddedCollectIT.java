package org.rollscope.mqtt;

/** {@code rollscope collect} at the embedded broker. */
class EmbeddedCollectIT extends CollectIT {
    EmbeddedCollectIT() {
        super(BrokerKind.EMBEDDED);
    }
}
