/**
 * Where frames come from: a port, a simulated roller, a recording; what the word after {@code --source} means.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's; an opened source has a reader of its own where a port does.
 *
 * <pre>{@code
 * OpenedSource source = OpenedSource.of("sim:session", subject, settings, clock);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.source;
