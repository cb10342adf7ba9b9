/**
 * Who rolls: profiles, personal bands, the ramp test that sets them, consent, health questions, deletion without a trace.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.source}, {@code app.sessions}. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's; a ramp test reads keys on a thread of its own.
 *
 * <pre>{@code
 * Main.run("athlete", "set", "p014", "--ceiling-kpa", "62");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.people;
