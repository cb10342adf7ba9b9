/**
 * Recorded sessions for the viewer's review: the archive of a data folder, and files that were opened.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}, {@code app.sessions}. <b>Units.</b> In the names of options and
 * methods. <b>Threads.</b> As the port {@code viewer.library} says.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.review;
