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
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.Accounts;
import org.rollscope.access.BrokerLimits;

/**
 * MQTT whose packets are measured before they are gathered in memory.
 *
 * <p>The library compares with its own limit only after it has put a packet of up to 256 MB together, which anybody can send
 * before a login and which is more than a service's whole memory.
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
        ((MQTTProtocolManager) plain).setMaximumPacketSize(limits.packetLimitBytes());
        // The library's class cannot be extended from here: everything but one method goes to it.
        return (ProtocolManager) Proxy.newProxyInstance(
                LimitedMqtt.class.getClassLoader(),
                new Class<?>[] {ProtocolManager.class},
                (proxy, method, arguments) -> call(plain, method, arguments));
    }

    @SuppressWarnings("rawtypes")
    private @Nullable Object call(ProtocolManager plain, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(plain, arguments);
            if (method.getName().equals("addChannelHandlers") && arguments[0] instanceof ChannelPipeline pipeline) {
                pipeline.replace(MqttDecoder.class, "limited-mqtt", new MqttDecoder(limits.packetLimitBytes()));
            }
            return result;
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
