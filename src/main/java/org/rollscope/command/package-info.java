/**
 * What a running service can be told to do from outside: commands, their checks and their answers.
 *
 * <p><b>May import.</b> {@code athlete}, {@code session} and what they reach. <b>Units.</b> As in each name. <b>Threads.</b>
 * Commands and answers are immutable; a gate belongs to one thread.
 *
 * <pre>{@code
 * new CommandRequest("a1", "coach", new RollerCommand.Marker(3));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.command;
