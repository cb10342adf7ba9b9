package org.rollscope.viewer.model;

import java.util.List;

/**
 * Frames that are missing and may be had from a roller's service.
 *
 * @param rollerId which roller.
 * @param sessionIds sessions they may be of, the likeliest first.
 * @param fromUs board time after the last frame before.
 * @param toUs board time before the first frame after.
 */
public record Hole(String rollerId, List<String> sessionIds, long fromUs, long toUs) {
    /** Copies the list. */
    public Hole {
        sessionIds = List.copyOf(sessionIds);
    }
}
