/**
 * Recorded sessions as files that another lab can open, check and recompute; one class for each format.
 *
 * <p><b>May import.</b> {@code session}, {@code calibration} and what they reach. <b>Units.</b> In the key of each column.
 * <b>Threads.</b> One for each export. Rows stream through: memory does not grow with a session.
 *
 * <pre>{@code
 * try (BundleFolder bundle = BundleFolder.begin(folder)) {
 *     new CsvFormat().write(job, bundle.path());
 *     bundle.finish();
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.export;
