/**
 * What people tell rollers from the window, and what came of it.
 *
 * <p><b>May import.</b> What the viewer may, and {@code command}; of the viewer: {@code viewer.look}, {@code viewer.model}, {@code viewer.parts}. <b>Units.</b> In the names.
 * <b>Threads.</b> The event dispatch thread; answers come on the sender's, see {@link org.rollscope.viewer.orders.Orders}.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.orders;
