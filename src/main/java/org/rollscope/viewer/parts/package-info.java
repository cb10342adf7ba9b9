/**
 * The pieces of a window that are no chart: gauge, ring, pad map, badges, bars.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}, {@code viewer.model}. <b>Units.</b> In the names. <b>Threads.</b> The event
 * dispatch thread, but for the model, which has a lock.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.parts;
