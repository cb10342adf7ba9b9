/**
 * Which broker the window listens to, as a person chooses it.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}. <b>Units.</b> None. <b>Threads.</b> The event dispatch
 * thread; what waits for a network runs beside it.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.connect;
