package org.rollscope.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.AccessException;
import org.rollscope.access.Accounts;
import org.rollscope.access.SecureFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 broker (3.1.1 clients too) inside this virtual machine: on the loopback interface, or with TLS, users and rights
 * where the settings say.
 *
 * <p>Nothing is kept: retained messages and sessions end with it, and it leaves no file behind. A subscriber that does not
 * read loses its oldest messages and disturbs nobody else. <b>Errors.</b> {@link BrokerException} with one line for people.
 * <b>Threads.</b> Start and close from any one thread; close may be called again.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    // No queue is bound here: what cannot be delivered or is too old ends.
    private static final SimpleString NOWHERE = SimpleString.of("rollscope.nowhere");

    private final BrokerSettings settings;
    private final ActiveMQServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(BrokerSettings settings, ActiveMQServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Starts on exactly the port of the settings; with port 0 on any free one.
     *
     * @param settings where.
     * @return the running broker.
     * @throws BrokerException when the port is taken, or the broker does not start.
     */
    public static EmbeddedBroker start(BrokerSettings settings) throws BrokerException {
        int port = settings.port() == 0 ? LoopbackPort.freeFrom(settings.host(), 0) : settings.port();
        if (!LoopbackPort.isFree(settings.host(), port)) {
            throw new BrokerException("port " + port + " on " + settings.host()
                    + " is taken, perhaps by another broker; choose another with --mqtt-port");
        }
        BrokerSettings actual = settings.withPort(port);
        ActiveMQServer server = server(actual);
        EmbeddedBroker broker = new EmbeddedBroker(actual, server);
        try {
            server.start();
        } catch (Exception e) {
            broker.close();
            throw new BrokerException("the embedded broker did not start: " + e.getMessage(), e);
        }
        if (!server.isActive() || LoopbackPort.isFree(actual.host(), port)) {
            broker.close();
            throw new BrokerException("the embedded broker did not open port " + port + " on " + actual.host());
        }
        return broker;
    }

    /**
     * Starts on the port of the settings or, when it is taken, on the next free one; {@link #port()} tells which.
     *
     * @param settings where to begin.
     * @return the running broker.
     * @throws BrokerException when no port is free, or the broker does not start.
     */
    public static EmbeddedBroker startFrom(BrokerSettings settings) throws BrokerException {
        int port = LoopbackPort.freeFrom(settings.host(), settings.port());
        return start(settings.withPort(port));
    }

    /** Port that is listened on. */
    public int port() {
        return settings.port();
    }

    /** Address for clients on this machine, as {@code mqtt://127.0.0.1:1883}. */
    public String uri() {
        return (settings.secured() == null ? "mqtt://" : "mqtts://") + settings.clientHost() + ":" + settings.port();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the embedded broker did not end cleanly: {}", e.getMessage());
        }
    }

    private static ActiveMQServer server(BrokerSettings settings) throws BrokerException {
        Configuration configuration = configuration(settings);
        Accounts accounts = accounts(settings.secured());
        ActiveMQServer server = accounts == null
                ? new ActiveMQServerImpl(configuration)
                : new ActiveMQServerImpl(
                        configuration.setSecurityEnabled(true),
                        new AccountSecurity(accounts, configuration.getWildcardConfiguration()));
        server.addProtocolManagerFactory(new LimitedMqtt(settings.limits(), accounts));
        return server;
    }

    private static @Nullable Accounts accounts(@Nullable SecureFolder secured) throws BrokerException {
        try {
            if (secured == null) {
                return null;
            }
            secured.serverTls(); // what is wrong with it is said here, in words
            return secured.accounts();
        } catch (AccessException unusable) {
            throw new BrokerException("the embedded broker did not start: " + unusable.getMessage(), unusable);
        }
    }

    private static Configuration configuration(BrokerSettings settings) {
        Configuration configuration = new ConfigurationImpl()
                .setName("rollscope")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                // The library has a user of its own with a well-known password, who may do everything.
                .setClusterUser(UUID.randomUUID().toString())
                .setClusterPassword(UUID.randomUUID().toString())
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setCriticalAnalyzer(false)
                .setGracefulShutdownEnabled(false)
                .setResolveProtocols(false)
                .setMaxDiskUsage(-1)
                .setGlobalMaxSize(settings.limits().memoryLimitBytes())
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .setMqttSubscriptionPersistenceEnabled(false)
                .setSuppressSessionNotifications(true)
                .addAcceptorConfiguration(acceptor(settings));
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(NOWHERE)
                        .setExpiryAddress(NOWHERE)
                        // A topic to which nobody listens is forgotten too, within half a minute.
                        .setAutoDeleteAddressesSkipUsageCheck(true)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                        .setMaxSizeBytes(settings.limits().memoryLimitBytes() / 2)
                        .setDefaultRingSize(settings.limits().queueLimitCount()));
        return configuration;
    }

    private static TransportConfiguration acceptor(BrokerSettings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        // The native transports unpack a library into the temporary directory; plain NIO leaves nothing behind.
        parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
        parameters.put(TransportConstants.CONNECTIONS_ALLOWED, settings.limits().connectionLimitCount());
        SecureFolder secured = settings.secured();
        if (secured != null) {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, PemTls.STORE_TYPE);
            parameters.put(
                    TransportConstants.KEYSTORE_PATH_PROP_NAME, secured.path().toString());
            parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
        }
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "mqtt");
    }
}
