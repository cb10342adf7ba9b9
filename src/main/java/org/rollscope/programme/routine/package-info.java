/**
 * The guided routine: from what is due today to what the athlete is told to do now, place by place and spot by spot.
 *
 * <p><b>May import.</b> {@code java.base}, {@code athlete} and the rooms {@code screening} and {@code plan}. <b>Units.</b> Milliseconds,
 * millimetres along the limb. <b>Threads.</b> One; the values that come out are immutable.
 *
 * <pre>{@code
 * GuidedRoutine routine = new GuidedRoutine(work.steps(), RoutineSettings.USUAL);
 * routine.accept(moment);
 * RoutineState now = routine.state();
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.programme.routine;
