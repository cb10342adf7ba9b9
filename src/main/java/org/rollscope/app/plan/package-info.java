/**
 * Plans on the command line: make, change, review, undo, and what is due today.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.sessions},
 * {@code app.people}. <b>Units.</b> In the names of options and methods. <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * Main.run("plan", "advance", "p014");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.plan;
