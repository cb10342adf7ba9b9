/**
 * The library of recorded sessions: list, show, recompute, compare, export, report, delete, back up.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * Main.run("sessions", "show", "7b0e", "--metrics");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.sessions;
