/**
 * The desktop viewer: a window that draws what is said about one roller, or about all of them, live.
 *
 * <p><b>May import.</b> {@code telemetry}, {@code session}, {@code calibration}, {@code command} and what they reach; Swing,
 * FlatLaf, JFreeChart, slf4j. It hears through the {@code MetricsFeed} port and speaks through {@code CommandSender} only. <b>Units.</b> As in each name; seconds, square centimetres and per
 * cent only in texts. <b>Threads.</b> A feed's thread fills the model under its lock; everything of Swing happens on the event
 * dispatch thread, 20 times a second and only when something changed.
 *
 * <pre>{@code
 * try (Viewer viewer = Viewer.open(feed, hostClock, ViewerSettings.defaults())) {
 *     viewer.awaitClosed();
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer;
