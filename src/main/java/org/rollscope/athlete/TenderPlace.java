package org.rollscope.athlete;

/**
 * A muscle and side on which the athlete has marked a tender spot.
 *
 * @param muscle which muscle.
 * @param side which side.
 */
public record TenderPlace(Muscle muscle, Side side) {}
