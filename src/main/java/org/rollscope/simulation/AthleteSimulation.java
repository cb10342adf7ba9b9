package org.rollscope.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.frame.PadGeometry;

/**
 * A simulated athlete on a simulated roller, millisecond by millisecond.
 *
 * <p>Depends on scenario, seed, length and physics alone. <b>Source.</b> domain study section 10. <b>Threads.</b> One.
 */
public final class AthleteSimulation {
    /** Length of a step. */
    public static final long STEP_MS = 1;
    /** Longest simulation: a day. */
    public static final long MAX_DURATION_MS = 86_400_000;

    private static final double STEP_S = 0.001;
    /** Force from which on a limb is meant to load the roller; not a detector's number. */
    private static final double LOADED_FROM_N = 20;
    /** Commanded speed from which on the athlete means to move. */
    private static final double MOVING_FROM_MM_PER_S = 6;
    /** How far towards an end of the roller a one-sided athlete lies. */
    private static final double ONE_END_MM = 20;
    /** Steepness of pain over pressure, and pressure of the worst pain over the threshold: domain study 10.4. */
    private static final double PAIN_EXPONENT_RATIO = 1.3;

    private static final double WORST_PAIN_RATIO = 2.0;
    private static final double LOST_FRAMES_RATIO = 0.02;

    private final Scenario scenario;
    private final PadGeometry geometry;
    private final long durationMs;
    private final Physics physics;
    private final Person person;
    private final SimulatedRoller roller;
    private final Script script;
    private final BodyNoise body;
    private final Surroundings surroundings;
    private final MuscleActivation muscle;
    private final ReleaseChance release;
    private final PushOff pushOff;
    private final Tissue tissue;
    private final ToolBody tool;
    private final SimulatedMoment moment;
    private final SeededNoise placing;
    private final SeededNoise line;
    private final double foamStiffnessKpaPerMm;
    private final double contactRadiusMm;
    private final double slopeRatio;
    private final double stiffeningRatio;

    private ScriptAction action;
    private double startLoadRatio;
    private long actionElapsedMs;
    private double placeMm;
    private double axialMm;
    private double sidewaysMm;
    private int strokeCount;

    /**
     * Draws person and roller of the usual world and begins at time 0.
     *
     * @param scenario what the athlete does.
     * @param seed of everything that is drawn.
     * @param durationMs 1 to {@link #MAX_DURATION_MS}.
     */
    public AthleteSimulation(Scenario scenario, long seed, long durationMs) {
        this(scenario, seed, durationMs, Physics.USUAL);
    }

    /**
     * Draws person and roller and begins at time 0.
     *
     * @param scenario what the athlete does.
     * @param seed of everything that is drawn.
     * @param durationMs 1 to {@link #MAX_DURATION_MS}.
     * @param physics of the world.
     */
    public AthleteSimulation(Scenario scenario, long seed, long durationMs, Physics physics) {
        if (durationMs < 1 || durationMs > MAX_DURATION_MS) {
            throw new IllegalArgumentException("durationMs must be 1.." + MAX_DURATION_MS + ", was " + durationMs);
        }
        this.scenario = scenario;
        this.durationMs = durationMs;
        this.physics = physics;
        RollerMake make = scenario.make();
        geometry = make.geometry();
        foamStiffnessKpaPerMm = make.hardness().stiffnessKpaPerMm(physics);
        SeededNoise noise = new SeededNoise(seed);
        person = Person.draw(noise.fork("person"), make, scenario.traits(), physics);
        contactRadiusMm = make.likeRollerOfMm(person.limbRadiusMm());
        roller = new SimulatedRoller(make, seed, physics);
        script = new Script(scenario, noise.fork("script/" + scenario.word()), person, geometry.tool());
        body = new BodyNoise(noise.fork("body"), disturbed(Confounder.TALKING), disturbed(Confounder.FATIGUE), physics);
        surroundings = new Surroundings(
                noise.fork("surroundings"), disturbed(Confounder.VIBRATION), disturbed(Confounder.FOOTSTEPS));
        muscle = new MuscleActivation(person, is(Trait.GUARDS_EARLY), noise.fork("muscle"), physics);
        release = new ReleaseChance(person, noise.fork("release"), physics);
        pushOff = new PushOff(noise.fork("push-off"));
        tissue = new Tissue(person);
        slopeRatio = physics.of(PhysicalConstant.PROXIMAL_SLOPE_RATIO);
        stiffeningRatio = physics.of(PhysicalConstant.ACTIVATION_STIFFENING_RATIO);
        moment = new SimulatedMoment(geometry);
        tool = tool(noise);
        placing = noise.fork("placing");
        line = noise.fork("line");
        placeMm = script.startPlaceMm();
        moment.rollAngleRad = placing.uniform(0, 2 * Math.PI);
        moment.timeMs = -STEP_MS;
        action = script.next();
    }

    private ToolBody tool(SeededNoise noise) {
        ToolWorld world =
                new ToolWorld(scenario.make(), is(Trait.AGAINST_WALL), physics, body, surroundings, noise, moment);
        return switch (geometry.tool()) {
            case ROLLER -> new RollerBody(world, limbContact(noise.fork("foam")));
            case BALL -> new BallBody(world, tissue, person.limbRadiusMm());
            case STICK -> new StickBody(world, limbContact(noise.fork("foam")));
        };
    }

    /** A limb across a cylinder whose sleeve creeps. */
    private LimbContact limbContact(SeededNoise foam) {
        double creepRatio = physics.of(PhysicalConstant.FOAM_CREEP_RATIO) * foam.uniform(0.67, 1.33);
        double creepS = foam.uniform(20, 60);
        return new LimbContact(geometry, tissue, person.limbRadiusMm(), foamStiffnessKpaPerMm, creepRatio, creepS);
    }

    private boolean disturbed(Confounder confounder) {
        return scenario.confounders().contains(confounder);
    }

    private boolean is(Trait trait) {
        return scenario.traits().contains(trait);
    }

    /** The roller that is rolled on. */
    public SimulatedRoller roller() {
        return roller;
    }

    /** Which muscle is rolled. */
    public Muscle muscle() {
        return person.muscle();
    }

    /** Which side is rolled. */
    public Side side() {
        return person.side();
    }

    /** Mean pressure that this athlete should stay below, as a ramp test found it. */
    public double ceilingKpa() {
        return person.ceilingKpa();
    }

    /** Draws whether the next frame is lost on its way to the host. */
    public boolean losesFrame() {
        return disturbed(Confounder.LOSSY_LINK) && line.chance(LOST_FRAMES_RATIO);
    }

    /** The state of this moment; valid until the next step. */
    public SimulatedMoment moment() {
        return moment;
    }

    /** Everything that was drawn, by name. */
    public Map<String, Object> parameters() {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("duration_ms", durationMs);
        drawn.put("roller_hardness", scenario.make().hardness().word());
        drawn.put("layout", geometry.name());
        drawn.put("part_spread_ratio", scenario.make().batch().spreadRatio());
        drawn.put("traits", scenario.traits().stream().map(Trait::word).toList());
        drawn.put(
                "confounders",
                scenario.confounders().stream().map(Confounder::word).toList());
        drawn.put("body_mass_kg", person.bodyMassKg());
        drawn.put("sex", person.female() ? "female" : "male");
        drawn.put("muscle", person.muscle().word());
        drawn.put("side", person.side().word());
        drawn.put("limb_radius_mm", person.limbRadiusMm());
        drawn.put("segment_length_mm", person.segmentLengthMm());
        drawn.put("tissue_stiffness_kpa_per_mm", person.tissueStiffnessKpaPerMm());
        drawn.put("roller_stiffness_kpa_per_mm", foamStiffnessKpaPerMm);
        drawn.put("relaxing_ratio", person.relaxingRatio());
        drawn.put("full_load_n", person.fullLoadN());
        drawn.put("pain_threshold_kpa", person.painThresholdKpa());
        drawn.put("ceiling_kpa", person.ceilingKpa());
        for (PhysicalConstant constant : PhysicalConstant.values()) {
            if (constant.matters(geometry.tool())) {
                drawn.put("world_" + constant.word(), physics.of(constant));
            }
        }
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
        boolean still = moment.loaded && Math.abs(moment.commandedSpeedMmPerS) < MOVING_FROM_MM_PER_S;
        body.step(moment.timeMs * STEP_S, moment.activationRatio);
        surroundings.step();
        // What has let go once in a session does not do so again.
        moment.releasing = release.step(still, placeMm, STEP_S) && !tissue.released(placeMm);
        moment.twitching = release.twitching();
        if (moment.releasing) {
            tissue.release(placeMm, release.depthRatio(), release.softeningS());
            muscle.release();
            moveOnSoon();
        }
        load(carried);
        muscle.step(moment.meanPressureKpa, moment.contactAreaMm2, tissue.thresholdRatio(placeMm), still, STEP_S);
        moment.activationRatio = muscle.activationRatio();
        turn(carried);
        tool.pads(carried, placeMm, sidewaysMm, remainingMs());
        tool.sense(carried, remainingMs());
        roller.sense(moment);
        return true;
    }

    /** Who holds until it lets go feels that and moves on some seconds later, be that sooner or later than was meant. */
    private void moveOnSoon() {
        if (action.kind() == ScriptAction.Kind.HOLD) {
            action = action.lasting(actionElapsedMs + Math.round(placing.uniform(4000, 10_000)));
        }
    }

    private void advanceAction() {
        actionElapsedMs += STEP_MS;
        if (actionElapsedMs >= action.durationMs()) {
            startLoadRatio = action.endLoadRatio();
            axialMm += action.sidewaysMm();
            boolean wasRest = action.kind() == ScriptAction.Kind.REST;
            action = script.next();
            actionElapsedMs = 0;
            if (wasRest) {
                tool.lie(placing.gaussian() * 0.06);
                axialMm = is(Trait.AT_ONE_END) ? ONE_END_MM : placing.uniform(-15, 15);
            }
            if (action.kind() == ScriptAction.Kind.CARRY) {
                tool.pickUp();
            }
            strokeCount += action.kind() == ScriptAction.Kind.STROKE ? 1 : 0;
        }
        sidewaysMm = axialMm + action.sidewaysMm((double) actionElapsedMs);
        moment.strokeIndex = action.kind() == ScriptAction.Kind.STROKE ? strokeCount : 0;
    }

    /** Commanded load to force, area and pressure. */
    private void load(boolean carried) {
        double commandedKpa = person.ceilingKpa() * action.loadRatio(startLoadRatio, (double) actionElapsedMs);
        double commandedN = person.forceN(commandedKpa, foamStiffnessKpaPerMm, contactRadiusMm);
        double placeRatio = 1 + slopeRatio * (placeMm / person.segmentLengthMm() * 2 - 1);
        double givenN = Math.min(commandedN * placeRatio, person.fullLoadN())
                * (1 - pushOff.step(moment.activationRatio, STEP_S));
        double wobbleRatio = body.forceRatio() + surroundings.forceRatio() + release.twitchForceRatio();
        double forceN = carried ? 0 : Math.max(0, givenN * wobbleRatio);
        double activeRatio = moment.activationRatio - MuscleActivation.BASELINE_RATIO;
        tool.press(forceN, placeMm, 1 + stiffeningRatio * activeRatio);
        moment.loaded = commandedN > LOADED_FROM_N;
        moment.carried = carried;
        moment.painRatio = painRatio();
        tool.tremble(givenN * body.tremorRatePerS(), givenN * body.tremorAccelPerS2());
    }

    private double painRatio() {
        if (moment.contactAreaMm2 <= 0) {
            return 0;
        }
        double thresholdKpa =
                person.painThresholdKpa() * tissue.thresholdRatio(placeMm) * Math.sqrt(100 / moment.contactAreaMm2);
        double felt = StrictMath.pow(moment.meanPressureKpa / (WORST_PAIN_RATIO * thresholdKpa), PAIN_EXPONENT_RATIO);
        return Math.min(1, felt);
    }

    /** Commanded speed to rolling and turning. */
    private void turn(boolean carried) {
        double speedMmPerS = action.speedMmPerS((double) actionElapsedMs);
        moment.commandedSpeedMmPerS = speedMmPerS;
        tool.turn(carried, speedMmPerS, remainingMs());
        // What is carried to another place does not roll there.
        placeMm += (carried ? speedMmPerS : moment.speedMmPerS) * STEP_S;
    }

    private double remainingMs() {
        return (double) (action.durationMs() - actionElapsedMs);
    }
}
