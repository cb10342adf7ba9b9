package org.rollscope.broker;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.impl.FilterImpl;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, whose subscriptions and retained messages wait for their {@link RetainedTurn}.
 *
 * <p><b>Threads.</b> As the library calls it: one packet of a connection at a time.
 */
final class RetainedInTurn extends MQTTProtocolHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetainedInTurn.class);

    // A selector in the library's own language.
    private static final String NO_MESSAGE = "FALSE";

    private final ActiveMQServer server;
    private final RetainedTurn turn;
    private volatile boolean accepted;

    RetainedInTurn(ActiveMQServer server, MQTTProtocolManager manager, RetainedTurn turn) {
        super(server, manager);
        this.server = server;
        this.turn = turn;
    }

    @Override
    public void act(MqttMessage packet) {
        if (packet instanceof MqttSubscribeMessage subscribe) {
            turn.take(() -> {
                if (accepted) { // who has not logged in gets no work done
                    gather(subscribe);
                }
                super.act(packet);
            });
        } else if (packet instanceof MqttPublishMessage && packet.fixedHeader().isRetain()) {
            turn.take(() -> super.act(packet));
        } else {
            super.act(packet);
        }
    }

    @Override
    protected void sendToClient(MqttMessage packet) {
        accepted |= packet instanceof MqttConnAckMessage answer
                && answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED;
        super.sendToClient(packet);
    }

    /** What was put into a queue lies beside it for a moment, where a new subscription does not look. */
    private void gather(MqttSubscribeMessage subscribe) {
        try {
            Set<String> filters = subscribe.payload().topicSubscriptions().stream()
                    .map(MqttTopicSubscription::topicFilter)
                    .collect(Collectors.toSet());
            for (String filter : filters) {
                String retained = MQTTUtil.getCoreRetainAddressFromMqttTopic(
                        filter, server.getConfiguration().getWildcardConfiguration());
                for (SimpleString name :
                        server.bindingQuery(SimpleString.of(retained)).getQueueNames()) {
                    gather(server.locateQueue(name));
                }
            }
        } catch (Exception unknown) { // as the library declares it; the worst is a retained message that is not heard
            LOG.warn("the embedded broker could not look through its retained messages: {}", unknown.getMessage());
        }
    }

    /** To delete nothing the library looks through everything, and first takes in what lies beside. */
    private static void gather(@Nullable Queue retained) throws Exception {
        if (retained != null) {
            retained.deleteMatchingReferences(FilterImpl.createFilter(NO_MESSAGE));
        }
    }
}
