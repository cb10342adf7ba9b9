/**
 * The archive: one SQLite database per data folder, raw frames first.
 *
 * <p><b>May import.</b> {@code telemetry}, {@code session}, {@code programme}, {@code protocol} and what they reach;
 * {@code org.sqlite} and {@code java.sql}. <b>Units.</b> As in the column names. <b>Threads.</b> A writer owns one thread
 * and one connection; readers use their own.
 *
 * <pre>{@code
 * try (SessionArchive archive = SqliteSessionArchive.open(dataFolder)) {
 *     archive.sessions().forEach(System.out::println);
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.store;
