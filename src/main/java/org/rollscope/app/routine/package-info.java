/**
 * The command {@code rollscope routine}: today's work on a service of its own, prompt by prompt on a terminal.
 *
 * <p><b>May import.</b> The rooms that {@code House.ROOMS} names. <b>Threads.</b> The pipeline's tells, the keyboard's skips and ends.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.routine;
