/**
 * Who may reach a broker from another machine: users and their roles, what each role may read and write, certificates, and
 * the files of these for the embedded broker and for mosquitto.
 *
 * <p><b>May import.</b> {@code telemetry} for the names of topics, and what it reaches. <b>Errors.</b> {@link
 * org.rollscope.access.AccessException} with one line for people; no message holds a password. <b>Threads.</b> All values are
 * immutable.
 *
 * <pre>{@code
 * SecureFolder folder = new SecureFolder(Path.of("secure"));
 * Accounts accounts = folder.accounts();
 * boolean allowed = accounts.rightsOf("coach").mayWrite("rollscope/v1/roller-1/command");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.access;
