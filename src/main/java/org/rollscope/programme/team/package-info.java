/**
 * Plans that an athlete and a coach both change: which versions are new, where both sides went apart, how that is settled, and what may
 * leave the athlete's machine at all.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete} and the rooms {@code screening} and {@code plan}. <b>Units.</b> In the names.
 * <b>Threads.</b> Immutable values and functions without state.
 *
 * <pre>{@code
 * PlanMerge merge = PlanMerge.of(ours, theirs);
 * List<Plan> settled = Settlement.of(merge, Settlement.Keep.MINE, today, "kim");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.team;
