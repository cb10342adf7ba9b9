/**
 * The physics of an athlete on a roller, with labels of what is true.
 *
 * <p><b>May import.</b> {@code frame}, {@code athlete}, {@code dsp}; shares no constant with {@code detect}. <b>Units.</b>
 * Newton, kilopascal, millimetre; stiffness per area in kilopascal per millimetre (1 MPa/m = 1 kPa/mm). <b>Threads.</b> A
 * simulation belongs to one thread and depends on nothing but scenario, seed and length.
 *
 * <pre>{@code
 * AthleteSimulation simulation = new AthleteSimulation(Scenario.COACHED, 7, 60_000);
 * while (simulation.step()) {
 *     use(simulation.moment());
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.simulation;
