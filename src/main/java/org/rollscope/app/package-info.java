/**
 * The commands, and the only place that knows every edge: wiring, start and shutdown.
 *
 * <p><b>May import.</b> Everything; nothing imports it. <b>Units.</b> In the names of options. <b>Threads.</b> The main
 * thread runs a command; a service adds the pipeline's.
 *
 * <pre>{@code
 * int exitCode = Main.run("demo", "--headless", "--seconds", "20");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app;
