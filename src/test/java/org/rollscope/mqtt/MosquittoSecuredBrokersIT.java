package org.rollscope.mqtt;

/** What mosquitto with the files of {@code rollscope secure} lets happen. */
class MosquittoSecuredBrokersIT extends SecuredBrokersIT {
    MosquittoSecuredBrokersIT() {
        super(BrokerKind.MOSQUITTO);
    }
}
