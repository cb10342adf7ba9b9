/**
 * The serial port: bytes in, frames out.
 *
 * <p><b>May import.</b> {@code protocol}, {@code frame}; {@code com.fazecast}. <b>Units.</b> Bytes. <b>Threads.</b> None of
 * its own: whoever wants frames polls. No listener: the library calls a disconnect listener without end.
 *
 * <pre>{@code
 * FrameSource source = new SerialFrameSource(SerialSettings.of("/dev/ttyACM0", 500_000), clock);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.device.serial;
