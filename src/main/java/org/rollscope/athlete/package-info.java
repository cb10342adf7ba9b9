/**
 * Who is on the roller: muscles and sides, and the personal band of pressure.
 *
 * <p><b>May import.</b> {@code java.base} only. <b>Units.</b> Kilopascal of mean contact pressure. <b>Threads.</b>
 * Immutable values.
 *
 * <pre>{@code
 * PressureBand band = new PressureBand(20, 51, 60, CeilingSource.SETTINGS);
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.athlete;
