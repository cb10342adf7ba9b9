/**
 * What we say about a session to others: message types, topics and the ports of publisher and feed.
 *
 * <p><b>May import.</b> {@code session}, {@code programme} and what they reach. <b>Units.</b> As in each name.
 * <b>Threads.</b> Messages are immutable.
 *
 * <pre>{@code
 * publisher.publish(new LiveMessage(metrics));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.telemetry;
