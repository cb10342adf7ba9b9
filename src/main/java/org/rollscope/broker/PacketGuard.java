package org.rollscope.broker;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.Accounts;
import org.rollscope.access.BrokerLimits;

/**
 * Refuses what must not even be looked at: topics that are too long, ever new topics, and wills on topics that the user may not write.
 * Who sends such a thing is disconnected.
 *
 * <p><b>Threads.</b> Any.
 */
final class PacketGuard implements MQTTInterceptor {
    private static final int MQTT_5 = 5;

    private final BrokerLimits limits;
    private final @Nullable Accounts accounts;
    private final TopicBudget budget;

    PacketGuard(BrokerLimits limits, TopicBudget budget, @Nullable Accounts accounts) {
        this.limits = limits;
        this.budget = budget;
        this.accounts = accounts;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            return connectPasses(connect, connection);
        } else if (packet instanceof MqttPublishMessage publish) {
            return publishPasses(publish);
        } else if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .allMatch(subscription -> passes(subscription.topicFilter()));
        }
        return true;
    }

    private boolean publishPasses(MqttPublishMessage publish) {
        String topic = publish.variableHeader().topicName();
        boolean retained = publish.fixedHeader().isRetain();
        return passes(topic)
                && (!retained || budget.admitsRetained(topic, !publish.payload().isReadable()));
    }

    /** A client that has given a topic a number says the number alone from then on. */
    private boolean passes(String topic) {
        return topic.isEmpty()
                || (topic.getBytes(StandardCharsets.UTF_8).length <= limits.topicLimitBytes() && budget.admits(topic));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the connection is closed next, whether the refusal arrived or not
    private boolean connectPasses(MqttConnectMessage connect, RemotingConnection connection) {
        if (!connect.variableHeader().isWillFlag()) {
            return true;
        }
        String willTopic = connect.payload().willTopic();
        String user = connect.payload().userName();
        Accounts known = accounts;
        // That the name is this client's own is seen right after this, when the password is looked at.
        boolean allowed =
                known == null || known.rightsOf(user == null ? "" : user).mayWrite(willTopic);
        if (!allowed && connection.getTransportConnection() instanceof NettyConnection netty) {
            netty.getNettyChannel()
                    .writeAndFlush(refusal(connect.variableHeader().version()));
        }
        return allowed && passes(willTopic);
    }

    private static MqttConnAckMessage refusal(int version) {
        return MqttMessageBuilders.connAck()
                .returnCode(
                        version >= MQTT_5
                                ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                                : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED)
                .build();
    }
}
