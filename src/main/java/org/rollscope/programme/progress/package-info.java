/**
 * How a plan goes on from week to week: one variable at a time, a tenth at most, and back when something asks for it.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete} and the rooms {@code screening} and {@code plan}. <b>Units.</b> In the
 * names. <b>Threads.</b> Immutable values and functions without state.
 *
 * <pre>{@code
 * PlanReview review = new Progression(settings, pain).review(plan, history, clearance);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.progress;
