/**
 * Detectors: state machines that turn features into states and events.
 *
 * <p><b>May import.</b> {@code feature}, {@code athlete}, {@code dsp}, {@code frame}. <b>Units.</b> Session time in
 * microseconds, kilopascal, newton. <b>Threads.</b> A detector belongs to one thread; events are immutable. Nothing here
 * is a diagnosis: an event is a signal pattern with stated evidence.
 *
 * <pre>{@code
 * DetectorChain chain = new DetectorChain(settings, band);
 * chain.accept(featureFrame, event -> events.add(event));
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.detect;
