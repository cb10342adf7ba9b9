package org.rollscope.simulation;

/**
 * A label: something that truly happened in a simulation.
 *
 * @param type word of the contract, as {@code hold}.
 * @param startMs onset.
 * @param endMs end.
 * @param meanPressureKpa true mean over the event of the mean contact pressure.
 * @param peakPressureKpa true highest mean contact pressure of the event.
 */
public record TruthEvent(String type, long startMs, long endMs, double meanPressureKpa, double peakPressureKpa) {}
