/**
 * Is it set up well: doctor, ports, settings, keys and passwords of the broker.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}, {@code app.service}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * Main.run("doctor");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.checkup;
