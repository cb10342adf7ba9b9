/**
 * Scores detectors against labelled recordings, and calibrates simulated rollers as real ones are.
 *
 * <p><b>May import.</b> {@code simulation}, {@code pipeline} and what they reach. <b>Units.</b> Milliseconds. <b>Threads.</b>
 * Stateless or one.
 *
 * <pre>{@code
 * EventScore holds = new EventScorer(500).boundaries(truth.get("hold"), found.get("hold"));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.evaluation;
