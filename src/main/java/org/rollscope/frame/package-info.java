/**
 * The vocabulary of a sample: frames, the geometry of the pads, quality flags and the ports of sources and clocks.
 *
 * <p><b>May import.</b> {@code java.base} only. <b>Units.</b> Kilopascal, newton, millimetre, radian; times are integers
 * in the unit of their name. <b>Threads.</b> Values are immutable unless their type says otherwise.
 *
 * <pre>{@code
 * PadGeometry roller = PadGeometry.REFERENCE;
 * double angleRad = roller.columnAngleRad(13); // pad 13 = row 1, column 1
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.frame;
