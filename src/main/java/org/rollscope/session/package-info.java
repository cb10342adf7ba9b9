/**
 * One recorded bout: its life, its live figures, its summary, and the port of the archive.
 *
 * <p><b>May import.</b> {@code frame}, {@code athlete}, {@code feature}, {@code detect}. <b>Units.</b> Session time: device
 * clock, 0 at the session's first frame; wall clock once, at the start. <b>Threads.</b> Values are immutable.
 *
 * <pre>{@code
 * SessionClock clock = new SessionClock();
 * long timeUs = clock.timeUs(rawFrame, periodUs);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.session;
