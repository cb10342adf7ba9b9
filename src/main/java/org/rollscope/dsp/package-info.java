/**
 * Streaming numerics: filters and moving windows, one sample in, one value out; knows nothing of rollers.
 *
 * <p><b>May import.</b> {@code java.base} only. <b>Units.</b> Whatever goes in comes out. <b>Threads.</b> Each object
 * belongs to one thread and allocates nothing after its start.
 *
 * <pre>{@code
 * LowPass smooth = new LowPass(4, 100);
 * double y = smooth.next(x);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.dsp;
