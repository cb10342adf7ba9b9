/**
 * Colours, scales and words of the viewer.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: nothing of the viewer. <b>Units.</b> In the names. <b>Threads.</b> The event
 * dispatch thread, but for the model, which has a lock.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.look;
