/**
 * What runs on another computer than the roller's and talks to it over MQTT alone: viewer, collector, commands.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's, and those of the MQTT client.
 *
 * <pre>{@code
 * Main.run("collect", "--mqtt", "mqtt://gym:1883", "--out", "teams");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.remote;
