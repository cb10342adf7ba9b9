/**
 * The programme of a person: who may be guided, what is planned, and how the plan goes on.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete} and, for its statistics of sessions, {@code session}; its rooms
 * {@code screening}, {@code plan}, {@code progress} and {@code effect} each use those before, {@code routine} the first two. <b>Units.</b> In the names; days as ISO-8601 texts, handed in: it knows no clock. <b>Threads.</b>
 * Immutable values and functions without state.
 *
 * <pre>{@code
 * Clearance clearance = GuidanceGate.decide(log, today, settings.screening());
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme;
