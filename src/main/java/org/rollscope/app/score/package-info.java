/**
 * Detectors judged against labelled recordings, over many seeds and many worlds; the page of accuracy.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}, {@code app.sessions}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> Trials run side by side, one per core.
 *
 * <pre>{@code
 * Main.run("score", "--seeds", "1..50");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.score;
