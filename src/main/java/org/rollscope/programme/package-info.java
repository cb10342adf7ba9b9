/**
 * The programme of a person: who may be guided, what is planned, and how the plan goes on.
 *
 * <p><b>May import.</b> {@code java.base} and {@code athlete}; its rooms {@code screening}, {@code plan} and {@code progress}
 * each use those before. <b>Units.</b> In the names; days as ISO-8601 texts, handed in: it knows no clock. <b>Threads.</b>
 * Immutable values and functions without state.
 *
 * <pre>{@code
 * Clearance clearance = GuidanceGate.decide(log, today, settings.screening());
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme;
