package org.rollscope.simulation;

/**
 * When tissue lets go in a hold, whether it twitches before, and how an overstrained athlete pushes off.
 *
 * <p><b>Source.</b> domain study section 10.4: never before 12 s, the middle at 45 s, likelier on a tender spot. <b>Threads.</b>
 * One.
 */
final class ReleaseChance {
    private static final double SOONEST_S = 12;
    private static final double SPREAD_RATIO = 0.43;
    private static final double ELSEWHERE_RATIO = 0.25;
    private static final double NEAR_MM = 22;
    private static final double TWITCH_CHANCE_RATIO = 0.4;

    private final Person person;
    private final SeededNoise noise;
    private final double chanceRatio;
    private final double medianS;
    private final double usualDepthRatio;
    private double heldS;
    private double dueS;
    private double twitchS;
    private double twitchEndS;
    private double twitchRatio;
    private double depthRatio;
    private double softeningS;
    private boolean drawn;

    ReleaseChance(Person person, SeededNoise noise, Physics physics) {
        this.person = person;
        this.noise = noise;
        chanceRatio = physics.of(PhysicalConstant.RELEASE_CHANCE_RATIO);
        medianS = physics.of(PhysicalConstant.RELEASE_MEDIAN_MS) / 1000;
        usualDepthRatio = physics.of(PhysicalConstant.RELEASE_DEPTH_RATIO);
    }

    /**
     * Goes on by one step.
     *
     * @param still whether the athlete holds.
     * @param placeMm where.
     * @param stepS length of the step.
     * @return whether the tissue begins to let go in this step.
     */
    boolean step(boolean still, double placeMm, double stepS) {
        if (!still) {
            drawn = false;
            heldS = 0;
            return false;
        }
        if (!drawn) {
            draw(placeMm);
        }
        double beforeS = heldS;
        heldS += stepS;
        return beforeS < dueS && heldS >= dueS;
    }

    private void draw(double placeMm) {
        drawn = true;
        heldS = 0;
        boolean tender =
                person.spots().stream().anyMatch(spot -> spot.tender() && Math.abs(spot.placeMm() - placeMm) < NEAR_MM);
        boolean lets = noise.chance(chanceRatio * (tender ? 1 : ELSEWHERE_RATIO));
        double afterS = medianS * StrictMath.exp(SPREAD_RATIO * noise.gaussian());
        dueS = lets ? Math.max(SOONEST_S, afterS) : Double.MAX_VALUE;
        depthRatio = usualDepthRatio * noise.uniform(0.485, 1.515);
        softeningS = noise.uniform(0.8, 4);
        boolean twitches = lets && noise.chance(TWITCH_CHANCE_RATIO);
        twitchS = twitches ? dueS - noise.uniform(0.5, 2) : Double.MAX_VALUE;
        twitchEndS = twitchS + noise.uniform(0.08, 0.25);
        twitchRatio = noise.uniform(0.03, 0.08);
    }

    /** Share by which a twitch raises the force now. */
    double twitchForceRatio() {
        if (!drawn || heldS < twitchS || heldS > twitchEndS) {
            return 0;
        }
        return twitchRatio * StrictMath.sin(Math.PI * (heldS - twitchS) / (twitchEndS - twitchS));
    }

    /** Whether a twitch is under way. */
    boolean twitching() {
        return drawn && heldS >= twitchS && heldS <= twitchEndS;
    }

    /** Share of the stiffness that goes. */
    double depthRatio() {
        return depthRatio;
    }

    /** Time constant of the softening. */
    double softeningS() {
        return softeningS;
    }
}
