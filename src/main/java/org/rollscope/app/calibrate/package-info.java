/**
 * Calibration at the bench: known loads, tare, the worksheet that is kept.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's; typed lines come from a thread of their own.
 *
 * <pre>{@code
 * Main.run("calibrate", "--source", "serial:auto");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.calibrate;
