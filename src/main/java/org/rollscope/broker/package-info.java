/**
 * The embedded broker: MQTT in the same virtual machine, so that the first run needs no other program.
 *
 * <p><b>May import.</b> Apache ActiveMQ Artemis with its Netty, slf4j, and {@code access}. No Artemis class is loaded before
 * {@link org.rollscope.broker.EmbeddedBroker} is used. <b>Units.</b> Milliseconds and bytes, as in each name.
 * <b>Threads.</b> Start and close from one thread; the broker brings its own threads.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.startFrom(BrokerSettings.onLoopback(1883))) {
 *     connectTo(broker.uri());
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.broker;
