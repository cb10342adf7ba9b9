/**
 * An athlete and a coach with one plan: what is shared through a folder, what is fetched, and conflicts settled.
 *
 * <p><b>May import.</b> Every floor below; of the top floor: {@code app.shell}, {@code app.people}. <b>Units.</b> In the names of options and
 * methods. <b>Threads.</b> The caller's.
 *
 * <pre>{@code
 * Main.run("team", "fetch", "p014", "--from", "/media/stick/team");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.app.team;
