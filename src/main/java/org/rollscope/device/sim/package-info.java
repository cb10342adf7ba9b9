/**
 * A board without hardware: plays a simulated athlete through the real wire encoder, in scan order and at scan times.
 *
 * <p><b>May import.</b> {@code simulation}, {@code protocol} and what they reach. <b>Units.</b> Counts as a board sends
 * them. <b>Threads.</b> The source owns one thread.
 *
 * <pre>{@code
 * FrameSource source = new SimulatedFrameSource(new SimulatedBoard(simulation, 100), Pace.REAL, clock);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.device.sim;
