package org.rollscope.athlete;

/** How used somebody is to rolling: a first plan begins gentler for those who are not. */
public enum Experience {
    /** Never or hardly rolled. */
    NEW,
    /** Rolls now and then. */
    SOME,
    /** Has rolled regularly for months. */
    REGULAR,
    /** Not said: taken as new. */
    UNSTATED;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
