/**
 * What every command shares: options, loaded settings, failures with their exit codes, output for people and for programs.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: nothing of the top floor. <b>Units.</b> In the names of options and methods.
 * <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * throw new CommandFailure(CommandFailure.UNREACHABLE, "no broker at localhost:1883");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.shell;
