/**
 * What the viewer asks of a library of recorded sessions, and what it gets; the port that {@code app} fills in.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.model}. No Swing. <b>Units.</b> In the names. <b>Threads.</b> A library is called by one
 * thread at a time, never the event dispatch thread; what it gives is not changed afterwards.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.library;
