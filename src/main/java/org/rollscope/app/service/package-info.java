/**
 * The running service: one roller read, analysed, recorded and published; demo and replay run the same.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: every room below it; not {@code app.checkup}, {@code app.score} and {@code app.remote}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The pipeline's, the relay's and the recorder's; see {@code ServiceRun}.
 *
 * <pre>{@code
 * Main.run("service", "--source", "serial:auto");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.service;
