/**
 * What light, tone and vibration tell the athlete, from the live figures alone: which cue, how urgent, in which rhythm.
 *
 * <p><b>May import.</b> {@code frame}, {@code session}. <b>Units.</b> As in each name; times are the host's monotonic clock.
 * <b>Threads.</b> One.
 *
 * <pre>{@code
 * CuePlayer player = new CuePlayer(CueSettings.defaults(), source.feedback());
 * player.live(metrics, clock.monotonicNs() / 1_000_000);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.cue;
