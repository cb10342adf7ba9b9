package org.rollscope.simulation;

/**
 * The roller in the athlete's hands: tumbling, shaken and squeezed.
 *
 * <p><b>Source.</b> chosen by us: turn rates up to 200 degrees per second and grips of 5 to 35 N on opposite tiles are what
 * hands do without effort. <b>Threads.</b> One.
 */
final class CarriedRoller {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    /** Time in which the roller is brought level again before it is put down. */
    private static final double LEVEL_MS = 700;

    private final SeededNoise noise;
    private final WanderingValue rollRateRadPerS;
    private final WanderingValue yawRateRadPerS;
    private final WanderingValue tiltSwayRad;
    private final WanderingValue[] shakeMPerS2 = new WanderingValue[3];
    private double tiltTargetRad;
    private double gripForceN;
    private double gripTargetN;
    private int gripColumnIndex;
    private double untilNextGripMs;

    CarriedRoller(SeededNoise noise) {
        this.noise = noise;
        rollRateRadPerS = new WanderingValue(noise.fork("roll"), 70 * RAD_PER_DEG_RATIO, 400, 1);
        yawRateRadPerS = new WanderingValue(noise.fork("yaw"), 60 * RAD_PER_DEG_RATIO, 600, 1);
        tiltSwayRad = new WanderingValue(noise.fork("tilt"), 12 * RAD_PER_DEG_RATIO, 500, 1);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            shakeMPerS2[axisIndex] = new WanderingValue(noise.fork("shake" + axisIndex), 1.2, 120, 1);
        }
        tiltTargetRad = 60 * RAD_PER_DEG_RATIO;
    }

    /** Picks a new way of holding it. */
    void pickUp() {
        tiltTargetRad = noise.uniform(-85, 85) * RAD_PER_DEG_RATIO;
        gripTargetN = 0;
        untilNextGripMs = 0;
    }

    double rollRateRadPerS() {
        return rollRateRadPerS.next();
    }

    double yawRateRadPerS() {
        return yawRateRadPerS.next();
    }

    double shakeMPerS2(int axisIndex) {
        return shakeMPerS2[axisIndex].next();
    }

    /** Tilt of the axis that the hands aim for; level towards the end. */
    double tiltTargetRad(double remainingMs) {
        double heldRatio = Math.min(1, remainingMs / LEVEL_MS);
        return heldRatio * tiltTargetRad + heldRatio * tiltSwayRad.next();
    }

    /** Adds the squeeze of a hand on opposite tiles of the middle rows. */
    void addGrip(double remainingMs, int columnCount, int rowCount, double[] padForceN) {
        untilNextGripMs -= 1;
        if (untilNextGripMs <= 0) {
            untilNextGripMs = noise.uniform(400, 2500);
            gripTargetN = noise.chance(0.6) ? noise.uniform(5, 35) : 0;
            gripColumnIndex = noise.integer(0, columnCount - 1);
        }
        gripForceN += ((remainingMs < LEVEL_MS ? 0 : gripTargetN) - gripForceN) * 0.01;
        int rowIndex = rowCount / 2;
        for (int sideIndex = 0; sideIndex < 2; sideIndex++) {
            int columnIndex = (gripColumnIndex + sideIndex * columnCount / 2) % columnCount;
            padForceN[rowIndex * columnCount + columnIndex] += gripForceN * 0.7;
            padForceN[(rowIndex - 1) * columnCount + columnIndex] += gripForceN * 0.3;
        }
    }
}
