package org.rollscope.session;

/**
 * What must lie beside the raw frames so that everything else can be recomputed: opaque texts here.
 *
 * @param calibrationJson the calibration that was used.
 * @param settingsJson the settings that the events were decided with.
 */
public record SessionDocuments(String calibrationJson, String settingsJson) {}
