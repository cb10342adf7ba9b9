package org.rollscope.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollscope.frame.PadGeometry;

/**
 * A simulated athlete on the reference roller, millisecond by millisecond.
 *
 * <p>Depends on scenario, seed and length alone. <b>Source.</b> domain study section 10. <b>Threads.</b> One.
 */
public final class AthleteSimulation {
    /** Length of a step. */
    public static final long STEP_MS = 1;
    /** Longest simulation: a day. */
    public static final long MAX_DURATION_MS = 86_400_000;

    private static final double STEP_S = 0.001;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Weight of the reference roller. */
    private static final double ROLLER_WEIGHT_N = 5.5;
    /** Stiffness of sleeve and core against the floor. */
    private static final double FLOOR_STIFFNESS_KPA_PER_MM = 40;
    /** Change of the load from the proximal to the distal end: Baumgart 2019, size chosen by us. */
    private static final double PROXIMAL_SLOPE_RATIO = 0.20;
    /** Force from which on a limb is meant to load the roller; not a detector's number. */
    private static final double LOADED_FROM_N = 20;

    private final PadGeometry geometry = PadGeometry.REFERENCE;
    private final long durationMs;
    private final Person person;
    private final SimulatedRoller roller;
    private final Script script;
    private final BodyNoise body;
    private final CarriedRoller hands;
    private final MuscleActivation muscle;
    private final ContactPatch patch = new ContactPatch(geometry);
    private final SimulatedMoment moment = new SimulatedMoment(geometry);
    private final SeededNoise placing;

    private ScriptAction action;
    private double startLoadRatio;
    private long actionElapsedMs;
    private double placeMm;
    private double tiltRad;
    private double angleRateRadPerS;
    private double limbOffsetRad;
    private double axialMm;
    private int strokeCount;

    /**
     * Draws person and roller and begins at time 0.
     *
     * @param scenario what the athlete does.
     * @param seed of everything that is drawn.
     * @param durationMs 1 to {@link #MAX_DURATION_MS}.
     */
    public AthleteSimulation(Scenario scenario, long seed, long durationMs) {
        if (durationMs < 1 || durationMs > MAX_DURATION_MS) {
            throw new IllegalArgumentException("durationMs must be 1.." + MAX_DURATION_MS + ", was " + durationMs);
        }
        this.durationMs = durationMs;
        SeededNoise noise = new SeededNoise(seed);
        person = Person.draw(noise.fork("person"), geometry.radiusMm());
        roller = new SimulatedRoller(seed);
        script = new Script(scenario, noise.fork("script/" + scenario.word()), person.segmentLengthMm());
        body = new BodyNoise(noise.fork("body"), scenario == Scenario.STILL);
        hands = new CarriedRoller(noise.fork("hands"));
        muscle = new MuscleActivation(person, noise.fork("muscle"));
        placing = noise.fork("placing");
        placeMm = script.startPlaceMm();
        moment.rollAngleRad = placing.uniform(0, 2 * Math.PI);
        moment.timeMs = -STEP_MS;
        action = script.next();
    }

    /** The roller that is rolled on. */
    public SimulatedRoller roller() {
        return roller;
    }

    /** Which muscle is rolled. */
    public org.rollscope.athlete.Muscle muscle() {
        return person.muscle();
    }

    /** Which side is rolled. */
    public org.rollscope.athlete.Side side() {
        return person.side();
    }

    /** Mean pressure that this athlete should stay below, as a ramp test found it. */
    public double ceilingKpa() {
        return person.ceilingKpa();
    }

    /** The state of this moment; valid until the next step. */
    public SimulatedMoment moment() {
        return moment;
    }

    /** Everything that was drawn, by name. */
    public Map<String, Object> parameters() {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("duration_ms", durationMs);
        drawn.put("body_mass_kg", person.bodyMassKg());
        drawn.put("sex", person.female() ? "female" : "male");
        drawn.put("muscle", person.muscle().word());
        drawn.put("side", person.side().word());
        drawn.put("limb_radius_mm", person.limbRadiusMm());
        drawn.put("segment_length_mm", person.segmentLengthMm());
        drawn.put("tissue_stiffness_kpa_per_mm", person.tissueStiffnessKpaPerMm());
        drawn.put("roller_stiffness_kpa_per_mm", Person.ROLLER_STIFFNESS_KPA_PER_MM);
        drawn.put("relaxing_ratio", person.relaxingRatio());
        drawn.put("full_load_n", person.fullLoadN());
        drawn.put("pain_threshold_kpa", person.painThresholdKpa());
        drawn.put("ceiling_kpa", person.ceilingKpa());
        return drawn;
    }

    /**
     * Goes on by one millisecond.
     *
     * @return false when the simulation is over; the moment is then the last one.
     */
    public boolean step() {
        if (moment.timeMs + STEP_MS >= durationMs) {
            return false;
        }
        moment.timeMs += STEP_MS;
        advanceAction();
        boolean carried = action.kind() == ScriptAction.Kind.CARRY;
        load(carried);
        turn(carried);
        pads(carried);
        motion(carried);
        roller.sense(moment);
        return true;
    }

    private void advanceAction() {
        actionElapsedMs += STEP_MS;
        if (actionElapsedMs >= action.durationMs()) {
            startLoadRatio = action.endLoadRatio();
            boolean wasRest = action.kind() == ScriptAction.Kind.REST;
            action = script.next();
            actionElapsedMs = 0;
            if (wasRest) {
                limbOffsetRad = placing.gaussian() * 0.06;
                axialMm = placing.uniform(-15, 15);
            }
            if (action.kind() == ScriptAction.Kind.CARRY) {
                hands.pickUp();
            }
            strokeCount += action.kind() == ScriptAction.Kind.STROKE ? 1 : 0;
        }
        moment.strokeIndex = action.kind() == ScriptAction.Kind.STROKE ? strokeCount : 0;
    }

    /** Commanded load to force, area and pressure. */
    private void load(boolean carried) {
        double commandedKpa = person.ceilingKpa() * action.loadRatio(startLoadRatio, (double) actionElapsedMs);
        double restStiffness = Person.joint(person.tissueStiffnessKpaPerMm());
        double commandedN =
                ContactPatch.forceN(commandedKpa, restStiffness, geometry.radiusMm(), person.limbRadiusMm());
        double slopeRatio = 1 + PROXIMAL_SLOPE_RATIO * (placeMm / person.segmentLengthMm() * 2 - 1);
        double wobbleRatio = body.forceRatio(moment.timeMs * STEP_S, moment.activationRatio);
        double forceN = Math.min(commandedN * slopeRatio, person.fullLoadN()) * wobbleRatio;
        double stiffness = Person.joint(muscle.tissueStiffnessKpaPerMm());
        double depthMm = ContactPatch.depthMm(forceN, stiffness, geometry.radiusMm(), person.limbRadiusMm());
        moment.limbForceN = forceN;
        moment.meanPressureKpa = stiffness * depthMm / 2;
        moment.peakPressureKpa = stiffness * depthMm;
        moment.contactAreaMm2 = 2 * Math.PI * depthMm * Math.sqrt(geometry.radiusMm() * person.limbRadiusMm());
        moment.loaded = commandedN > LOADED_FROM_N;
        moment.carried = carried;
        moment.activationRatio = muscle.activationRatio();
    }

    /** Commanded speed to rolling and turning. */
    private void turn(boolean carried) {
        double speedMmPerS = action.speedMmPerS((double) actionElapsedMs);
        moment.commandedSpeedMmPerS = speedMmPerS;
        double sinkMm = moment.peakPressureKpa / Person.ROLLER_STIFFNESS_KPA_PER_MM;
        double effectiveRadiusMm = geometry.radiusMm() - sinkMm;
        double rateRadPerS = speedMmPerS / effectiveRadiusMm;
        double microRadPerS = body.microRateRadPerS();
        if (carried) {
            rateRadPerS = hands.rollRateRadPerS();
        } else if (moment.limbForceN > 1) {
            rateRadPerS += microRadPerS;
        }
        double accelRadPerS2 = (rateRadPerS - angleRateRadPerS) / STEP_S;
        angleRateRadPerS = rateRadPerS;
        moment.rollAngleRad += rateRadPerS * STEP_S;
        moment.speedMmPerS = carried ? 0 : rateRadPerS * effectiveRadiusMm;
        placeMm += moment.speedMmPerS * STEP_S;
        muscle.step(moment.meanPressureKpa, moment.speedMmPerS * STEP_S, STEP_S);
        double centreAccelMPerS2 = carried ? 0 : -Math.max(-20, Math.min(20, accelRadPerS2 * effectiveRadiusMm / 1000));
        double upRad = upRad();
        moment.trueAccelMPerS2[0] = centreAccelMPerS2 * StrictMath.cos(upRad - Math.PI / 2);
        moment.trueAccelMPerS2[1] = centreAccelMPerS2 * StrictMath.sin(upRad - Math.PI / 2);
        moment.trueAccelMPerS2[2] = 0;
    }

    private void pads(boolean carried) {
        double[] padForceN = moment.padForceN;
        java.util.Arrays.fill(padForceN, 0);
        if (carried) {
            hands.addGrip(remainingMs(), geometry.columnCount(), geometry.rowCount(), padForceN);
            return;
        }
        double stiffness = Person.joint(muscle.tissueStiffnessKpaPerMm());
        double depthMm = ContactPatch.depthMm(moment.limbForceN, stiffness, geometry.radiusMm(), person.limbRadiusMm());
        patch.addLimb(moment.limbForceN, depthMm, person.limbRadiusMm(), upRad() + limbOffsetRad, axialMm, padForceN);
        double floorN = moment.limbForceN + ROLLER_WEIGHT_N;
        double floorAxialMm = axialMm * moment.limbForceN / floorN;
        patch.addFloor(floorN, FLOOR_STIFFNESS_KPA_PER_MM, upRad() + Math.PI, floorAxialMm, padForceN);
    }

    /** Adds gravity and turn rates for an axis that may be tilted. */
    private void motion(boolean carried) {
        double targetRad = carried ? hands.tiltTargetRad(remainingMs()) : 0;
        double tiltRateRadPerS = Math.max(-3, Math.min(3, (targetRad - tiltRad) * 4));
        double yawRateRadPerS = carried ? hands.yawRateRadPerS() * Math.min(1, remainingMs() / 500.0) : 0;
        tiltRad += tiltRateRadPerS * STEP_S;
        double upRad = upRad();
        double levelRatio = StrictMath.cos(tiltRad);
        double[] up = {levelRatio * StrictMath.cos(upRad), levelRatio * StrictMath.sin(upRad), StrictMath.sin(tiltRad)};
        moment.trueGyroRadPerS[0] = -StrictMath.sin(upRad) * tiltRateRadPerS + yawRateRadPerS * up[0];
        moment.trueGyroRadPerS[1] = StrictMath.cos(upRad) * tiltRateRadPerS + yawRateRadPerS * up[1];
        moment.trueGyroRadPerS[2] = angleRateRadPerS + yawRateRadPerS * up[2];
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            moment.trueAccelMPerS2[axisIndex] += GRAVITY_M_PER_S2 * up[axisIndex];
            if (carried) {
                moment.trueAccelMPerS2[axisIndex] += hands.shakeMPerS2(axisIndex);
            }
        }
    }

    /** Body angle that points up: turning the roller by an angle turns it back by as much in the body's view. */
    private double upRad() {
        return Math.PI / 2 - moment.rollAngleRad;
    }

    private double remainingMs() {
        return (double) (action.durationMs() - actionElapsedMs);
    }
}
