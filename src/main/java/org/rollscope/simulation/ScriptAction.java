package org.rollscope.simulation;

/**
 * One thing that the athlete means to do.
 *
 * <p>Load and speed are commands: what the sensors see is up to the physics.
 *
 * @param kind what it is.
 * @param durationMs how long, 1 or more.
 * @param endLoadRatio mean pressure at its end as a share of the ceiling; it changes smoothly from the action before.
 * @param strokeMm travel along the limb, signed; 0 when it stays.
 * @param sidewaysMm travel of the limb along the roller's axis, signed.
 */
record ScriptAction(Kind kind, long durationMs, double endLoadRatio, double strokeMm, double sidewaysMm) {
    /** Longest part of a stroke's start or stop. */
    private static final double LONGEST_EDGE_MS = 450;

    /** Kinds of actions. */
    enum Kind {
        /** The roller lies on the floor, the athlete beside it. */
        REST,
        /** The limb lies on the roller; the load changes. */
        PRESS,
        /** The limb is held still until the time is over or the tissue lets go. */
        HOLD,
        /** The limb rolls. */
        STROKE,
        /** The roller is in the athlete's hands. */
        CARRY
    }

    static ScriptAction rest(long durationMs) {
        return new ScriptAction(Kind.REST, durationMs, 0, 0, 0);
    }

    static ScriptAction press(long durationMs, double endLoadRatio) {
        return new ScriptAction(Kind.PRESS, durationMs, endLoadRatio, 0, 0);
    }

    static ScriptAction hold(long durationMs, double endLoadRatio) {
        return new ScriptAction(Kind.HOLD, durationMs, endLoadRatio, 0, 0);
    }

    /** The same for another time; the load stays what it was meant to be. */
    ScriptAction lasting(long otherMs) {
        return new ScriptAction(kind, otherMs, endLoadRatio, strokeMm, sidewaysMm);
    }

    static ScriptAction carry(long durationMs) {
        return new ScriptAction(Kind.CARRY, durationMs, 0, 0, 0);
    }

    /** Through the air to another place along the limb. */
    static ScriptAction carryOn(long durationMs, double travelMm) {
        return new ScriptAction(Kind.CARRY, durationMs, 0, travelMm, 0);
    }

    /** A stroke at a cruising speed; start and stop take their share of the time. */
    static ScriptAction stroke(double strokeMm, double cruiseMmPerS, double endLoadRatio) {
        double cruiseMs = Math.abs(strokeMm) / cruiseMmPerS * 1000;
        double edgeMs = Math.min(LONGEST_EDGE_MS, cruiseMs / 2);
        return new ScriptAction(Kind.STROKE, Math.round(cruiseMs + edgeMs), endLoadRatio, strokeMm, 0);
    }

    /** Commanded speed of the contact along the limb at a moment of the action: smooth edges, even middle. */
    double speedMmPerS(double elapsedMs) {
        if (strokeMm == 0) {
            return 0;
        }
        double edgeMs = Math.min(LONGEST_EDGE_MS, durationMs / 3.0);
        double cruiseMmPerS = strokeMm * 1000 / (durationMs - edgeMs);
        double fromEndMs = Math.min(elapsedMs, durationMs - elapsedMs);
        return cruiseMmPerS * smooth(fromEndMs / edgeMs);
    }

    /** Commanded load at a moment of the action. */
    double loadRatio(double startLoadRatio, double elapsedMs) {
        return startLoadRatio + (endLoadRatio - startLoadRatio) * smooth(elapsedMs / durationMs);
    }

    /** Share of the sideways travel that is done at a moment of the action. */
    double sidewaysMm(double elapsedMs) {
        return sidewaysMm * smooth(elapsedMs / durationMs);
    }

    private static double smooth(double ratio) {
        double within = Math.max(0, Math.min(1, ratio));
        return (1 - StrictMath.cos(Math.PI * within)) / 2;
    }
}
