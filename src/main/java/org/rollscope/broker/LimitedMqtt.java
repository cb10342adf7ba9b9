package org.rollscope.broker;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.remoting.FailureListener;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.Accounts;
import org.rollscope.access.BrokerLimits;

/**
 * MQTT whose packets are measured before they are gathered in memory.
 *
 * <p>The library compares with its own limit only after it has put a packet of up to 256 MB together, which anybody can send
 * before a login and which is more than a service's whole memory. Subscriptions and retained messages wait for their
 * {@link RetainedTurn}.
 */
final class LimitedMqtt extends MQTTProtocolManagerFactory {
    private final BrokerLimits limits;
    private final @Nullable Accounts accounts;

    LimitedMqtt(BrokerLimits limits, @Nullable Accounts accounts) {
        this.limits = limits;
        this.accounts = accounts;
    }

    @Override
    // raw types as the library declares them; the refills end with the server
    @SuppressWarnings({"rawtypes", "FutureReturnValueIgnored"})
    public ProtocolManager createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        TopicBudget budget = new TopicBudget();
        server.getScheduledPool()
                .scheduleWithFixedDelay(budget::refill, TopicBudget.REFILL_S, TopicBudget.REFILL_S, TimeUnit.SECONDS);
        ProtocolManager plain = super.createProtocolManager(
                server, parameters, List.of(new PacketGuard(limits, budget, accounts)), outgoing);
        MQTTProtocolManager manager = (MQTTProtocolManager) plain;
        manager.setMaximumPacketSize(limits.packetLimitBytes());
        RetainedTurn turn = new RetainedTurn();
        // The library's class cannot be extended from here: what it answers is changed on the way.
        return (ProtocolManager) Proxy.newProxyInstance(
                LimitedMqtt.class.getClassLoader(),
                new Class<?>[] {ProtocolManager.class},
                (proxy, method, arguments) -> {
                    Object result = call(manager, method, arguments);
                    if (method.getName().equals("addChannelHandlers")
                            && arguments[0] instanceof ChannelPipeline pipeline) {
                        pipeline.replace(MqttDecoder.class, "limited-mqtt", new MqttDecoder(limits.packetLimitBytes()));
                        pipeline.replace(
                                MQTTProtocolHandler.class,
                                "retained-in-turn",
                                new RetainedInTurn(server, manager, turn));
                    } else if (result instanceof ConnectionEntry entry) {
                        letWillsWait(entry.connection, turn);
                    }
                    return result;
                });
    }

    private static void letWillsWait(RemotingConnection connection, RetainedTurn turn) {
        connection.setFailureListeners(connection.getFailureListeners().stream()
                .<FailureListener>map(listener -> new WillInTurn(turn, listener))
                .toList());
    }

    private static @Nullable Object call(MQTTProtocolManager manager, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(manager, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
