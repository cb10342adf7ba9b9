package org.rollscope.viewer.library;

import java.util.List;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectSettings;

/**
 * Whether an athlete's programme works, up to a session.
 *
 * @param athleteId whose.
 * @param fromDay first day that is looked at, ISO.
 * @param toDay day of the session, ISO.
 * @param figures what weeks of sessions and notes show; empty when that session is the athlete's first.
 * @param settings when weeks show a trend.
 */
public record EffectPage(
        String athleteId, String fromDay, String toDay, List<EffectFigure> figures, EffectSettings settings) {
    /** Copies the list. */
    public EffectPage {
        figures = List.copyOf(figures);
    }
}
