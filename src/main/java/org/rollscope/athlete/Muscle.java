package org.rollscope.athlete;

/** Muscle groups that are rolled, in bottom-up order. */
public enum Muscle {
    /** Sole of the foot. */
    FOOT,
    /** Gastrocnemius and soleus. */
    CALF,
    /** Shin. */
    TIBIALIS_ANTERIOR,
    /** Front of the thigh. */
    QUADRICEPS,
    /** Back of the thigh. */
    HAMSTRINGS,
    /** Outer thigh. */
    LATERAL_THIGH,
    /** Inner thigh. */
    ADDUCTORS,
    /** Buttock. */
    GLUTES,
    /** Lower back. */
    LUMBAR,
    /** Upper back. */
    THORACIC,
    /** Side of the back. */
    LATISSIMUS,
    /** Chest. */
    PECTORALS,
    /** Forearm. */
    FOREARM,
    /** Nape. */
    NECK;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The muscle with a lower-case name. */
    public static Muscle ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
