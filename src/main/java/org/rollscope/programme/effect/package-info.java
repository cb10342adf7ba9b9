/**
 * Whether the programme works: what people write down about soreness and range of motion, and what weeks of sessions show.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete}, {@code session} and the rooms {@code screening}, {@code plan} and
 * {@code progress}. <b>Units.</b> In the names; a figure carries the unit of its measure. <b>Threads.</b> Immutable values and
 * functions without state.
 *
 * <pre>{@code
 * List<EffectFigure> figures = new EffectReview(effect, progress, pain).review(evidence, new Weeks(today, 12));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.effect;
