/**
 * Judges measuring and detecting against what is true, and calibrates simulated rollers as real ones are.
 *
 * <p><b>May import.</b> {@code simulation}, {@code pipeline} and what they reach. <b>Units.</b> In the names. <b>Threads.</b> One;
 * sessions may be measured side by side, each by its own meter.
 *
 * <pre>{@code
 * EventScore holds = new EventScorer(500).boundaries(truth.get("hold"), found.get("hold"));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.evaluation;
