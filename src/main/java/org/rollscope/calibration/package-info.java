/**
 * Counts to SI: the calibration itself, its range and its uncertainty.
 *
 * <p><b>May import.</b> {@code frame}. <b>Units.</b> Counts in, newton and kilopascal out. <b>Threads.</b> A calibration is
 * immutable; a calibrator belongs to one thread.
 *
 * <pre>{@code
 * Calibrator calibrator = new Calibrator(calibration, hello);
 * CalibratedFrame frame = calibrator.calibrate(rawFrame, timeUs);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.calibration;
