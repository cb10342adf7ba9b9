/**
 * Per-frame quantities: contact force, mean and peak pressure, contact area, roll angle and speed.
 *
 * <p><b>May import.</b> {@code frame}, {@code dsp}. <b>Units.</b> Newton, kilopascal, millimetre, radian, session time in
 * microseconds. <b>Threads.</b> An extractor belongs to one thread and allocates nothing per frame.
 *
 * <pre>{@code
 * FeatureExtractor extractor = new FeatureExtractor(settings, geometry, 100);
 * FeatureFrame features = extractor.extract(calibratedFrame);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.feature;
