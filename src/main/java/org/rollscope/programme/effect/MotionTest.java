package org.rollscope.programme.effect;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Usual tests of range of motion; more is more motion in each. Others go by a free word. */
public enum MotionTest {
    /** Toe to wall with the knee touching it, heel on the floor: calf. */
    KNEE_TO_WALL(false, "Toe to wall with the knee touching it, heel on the floor: calf."),
    /** Fingers beyond the toes, seated: hamstrings and back. */
    SIT_AND_REACH(false, "Fingers beyond the toes, seated: hamstrings and back."),
    /** Straight leg raised from the floor, lying: hamstrings. */
    STRAIGHT_LEG_RAISE(true, "Straight leg raised from the floor, lying: hamstrings."),
    /** Knee bent, lying on the belly: quadriceps. */
    KNEE_FLEXION(true, "Knee bent, lying on the belly: quadriceps."),
    /** Hip stretched behind: front of the hip. */
    HIP_EXTENSION(true, "Hip stretched behind: front of the hip."),
    /** Hip turned, seated: glutes. */
    HIP_ROTATION(true, "Hip turned, seated: glutes."),
    /** Arm raised forwards: chest and back. */
    SHOULDER_FLEXION(true, "Arm raised forwards: chest and back.");

    private final boolean angle;
    private final String says;

    MotionTest(boolean angle, String says) {
        this.angle = angle;
        this.says = says;
    }

    /** As it is typed and stands in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether an angle is measured; else a length. */
    public boolean isAngle() {
        return angle;
    }

    /** How it is measured and for which muscles, for people. */
    public String says() {
        return says;
    }

    /** The usual test of a word. */
    public static Optional<MotionTest> find(String word) {
        return Arrays.stream(values()).filter(test -> test.word().equals(word)).findFirst();
    }

    /** All words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(MotionTest::word).collect(Collectors.joining(", "));
    }

    /** Refuses what is no word of a test, and a usual test in a unit that it is not measured in. */
    static void check(String word, boolean inAngle) {
        if (!word.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a test is one of " + words() + ", or a word of 1 to 40 of a-z, 0-9 and -, was '" + word + "'");
        }
        find(word).filter(test -> test.isAngle() != inAngle).ifPresent(test -> {
            throw new IllegalArgumentException(
                    "the test " + word + " is measured in " + (test.isAngle() ? "deg" : "cm"));
        });
    }
}
