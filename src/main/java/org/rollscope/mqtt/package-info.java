/**
 * MQTT 5: the payloads of every topic, a publisher and a feed that find their way back to the broker by themselves.
 *
 * <p><b>May import.</b> {@code telemetry} and what it reaches, Eclipse Paho, Jackson, slf4j. Paho's own reconnect loses
 * messages under a frozen broker, hence every connection is a fresh client under a supervisor of our own. <b>Units.</b> Keys
 * of payloads end in their unit. <b>Threads.</b> Publisher and feed own one daemon thread each, plus those of one
 * connection; nothing keeps the virtual machine alive after {@code close}.
 *
 * <pre>{@code
 * MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:1883");
 * try (MetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", hostClock)) {
 *     publisher.publish(new MetricsMessage.Live(metrics));
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.mqtt;
