/**
 * The view of one athlete, to be read from three metres: what to do now, pressure, hold, speed, roller; and what the athlete says.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}, {@code viewer.model}, {@code viewer.chart}, {@code viewer.parts},
 * {@code viewer.orders}, {@code viewer.sound}. <b>Units.</b> In the names. <b>Threads.</b> The event dispatch thread.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.athlete;
