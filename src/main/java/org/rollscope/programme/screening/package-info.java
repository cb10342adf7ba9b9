/**
 * Who may be guided: consent, questions of a screening, approvals, and the one gate that decides from them.
 *
 * <p><b>May import.</b> {@code java.base} and {@code athlete}. <b>Units.</b> Days as ISO-8601 texts. <b>Threads.</b>
 * Immutable values; the gate has no state.
 *
 * <pre>{@code
 * Clearance clearance = GuidanceGate.decide(log, LocalDate.parse("2026-11-22"), new ScreeningSettings(90, 14));
 * Optional<GuidancePass> pass = clearance.pass(new BodyPlace(Muscle.CALF, Side.LEFT));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.screening;
