/**
 * Guides an athlete through what is due today: {@code rollscope routine}.
 *
 * <p><b>May import.</b> The rooms that {@code House.ROOMS} names. <b>Threads.</b> The pipeline's tells, the keyboard's skips and ends.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.guide;
