/**
 * Reads settings, calibrations and scenarios into typed records; reports every problem at once, with file and line.
 *
 * <p><b>May import.</b> {@code pipeline}, {@code programme}, {@code simulation}, {@code calibration}, {@code athlete} and what
 * they reach; Jackson. <b>Units.</b> In the keys. <b>Threads.</b> One.
 *
 * <pre>{@code
 * SettingsProblems problems = new SettingsProblems();
 * RollscopeSettings settings = SettingsFolder.read(folder, problems);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.config;
