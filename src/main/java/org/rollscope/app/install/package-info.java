/**
 * From a bare machine to a first chart: a working configuration, and firmware for the board.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}, {@code app.service}, {@code app.checkup}.
 * <b>Units.</b> In the names of options and methods. <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * Main.run("setup", "--yes", "--dry-run");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.install;
