/**
 * What the viewer knows of each roller, without a window: histories, states, how fresh they are.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}. <b>Units.</b> In the names. <b>Threads.</b> The event
 * dispatch thread, but for the model, which has a lock.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.model;
