/**
 * The review workspace: recorded sessions as a whole and in detail, measured, compared, annotated and given away.
 *
 * <p><b>May import.</b> What the viewer may; of the viewer: {@code viewer.look}, {@code viewer.model}, {@code viewer.chart}, {@code viewer.library}.
 * <b>Units.</b> In the names; session time in microseconds. <b>Threads.</b> The event dispatch thread, but for works of the library, which run one after
 * the other on a thread of their own.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.review;
