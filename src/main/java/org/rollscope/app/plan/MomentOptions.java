package org.rollscope.app.plan;

import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.RollContext;
import picocli.CommandLine.Option;

/** When in the day's training it is rolled, for every command that asks what is due. */
public final class MomentOptions {
    @Option(
            names = "--context",
            paramLabel = "C",
            defaultValue = "ANY",
            description = "pre_stretch, post_workout, pre_workout or any (default any)")
    private RollContext context = RollContext.ANY;

    @Option(names = "--warmed-up", description = "the athlete has warmed up: needed before training")
    private boolean warmedUp;

    /** The moment that was typed. */
    public DaysWork.Moment moment() {
        return new DaysWork.Moment(context, warmedUp);
    }
}
