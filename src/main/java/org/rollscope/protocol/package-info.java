/**
 * The wire: framing, checksum, codec, unwrapping of number and clock, link counters.
 *
 * <p><b>May import.</b> {@code frame}. <b>Units.</b> Raw counts and the board's microseconds. <b>Threads.</b> A decoder
 * belongs to one thread; its counters may be read from any. The normative text is {@code firmware-protocol/SPEC.md}.
 *
 * <pre>{@code
 * WireReceiver receiver = new WireReceiver(sink);
 * receiver.accept(chunk, 0, chunkBytes, clock.monotonicNs());
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.protocol;
