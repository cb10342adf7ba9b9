package org.rollscope.athlete;

/**
 * One thing that lowers a ceiling.
 *
 * @param name what, as in files.
 * @param factorRatio the ceiling is multiplied by it.
 * @param reason why, for people.
 */
public record CeilingFactor(String name, double factorRatio, String reason) {}
