/**
 * What is planned: for each muscle and side how often, how long, how hard, how and when; and what of it is due on a day.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete} and the room {@code screening}. <b>Units.</b> Milliseconds of hold,
 * shares of the personal ceiling. <b>Threads.</b> Immutable values.
 *
 * <pre>{@code
 * Plan plan = FirstPlan.of("anna-1", Experience.NEW, HoldPreset.USUAL, places, "2026-11-22");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.plan;
