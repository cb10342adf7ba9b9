/**
 * Joins the hops in order on one thread: calibrate, extract, detect, record, tell.
 *
 * <p><b>May import.</b> {@code protocol}, {@code calibration}, {@code feature}, {@code detect}, {@code session}.
 * <b>Units.</b> Session time in microseconds. <b>Threads.</b> {@link org.rollscope.pipeline.AcquisitionPipeline#run} is the
 * one thread; sources hand over through a bounded queue.
 *
 * <pre>{@code
 * SessionAnalysis analysis = new SessionAnalysis(setup, hello, calibration);
 * frames.forEach(analysis::accept);
 * analysis.finish(endUs);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.pipeline;
