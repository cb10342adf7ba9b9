/**
 * The coach wall: every roller of a broker as a panel of its own, those with an alarm at the top.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}, {@code viewer.model}, {@code viewer.chart}.
 * <b>Units.</b> In the names. <b>Threads.</b> The event dispatch thread, but for the model, which has a lock.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.wall;
