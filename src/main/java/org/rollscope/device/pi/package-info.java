/**
 * The buses of a Raspberry Pi: registers in, frames out; for rollers whose sensors are wired straight to the Pi.
 *
 * <p><b>May import.</b> {@code frame}; {@code com.pi4j}, which only {@link org.rollscope.device.pi.Pi4jBuses} and {@link
 * org.rollscope.device.pi.Pi4jPins} touch, so that everything else is tested without it. <b>Units.</b> Counts; times in nanoseconds of the host's monotonic clock. <b>Threads.</b>
 * One of its own, which samples; what it took is delivered on the caller's (decision record 0037).
 *
 * <pre>{@code
 * FrameSource source = new PiFrameSource(settings, serialId, new Pi4jBuses(settings.spiClockHz()), clock);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.device.pi;
