package org.rollscope.programme.plan;

/**
 * How and when it is rolled.
 *
 * @param type general work on the muscle, or specific work on a spot (P4).
 * @param tool what with.
 * @param context when in the day's training.
 */
public record Manner(WorkType type, Tool tool, RollContext context) {}
