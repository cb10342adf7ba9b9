package org.rollscope.viewer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.viewer.athlete.AthleteWorkspace;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.HoleFiller;
import org.rollscope.viewer.orders.Orders;
import org.rollscope.viewer.wall.CoachWall;

/** What shows the rollers of one broker; another broker gets another one. <b>Threads.</b> Event dispatch thread. */
final class LiveViews {
    private final ViewerModel model;
    private final AthleteWorkspace athlete;
    private final CoachWall wall;

    /**
     * Builds the views of rollers that are not heard yet.
     *
     * @param sender tells rollers what people want of them; null for a window that only looks.
     * @param clock tells how old figures are.
     * @param settings span of the chart, and whether tones are wanted.
     * @param onOpened told the roller that was chosen on the wall.
     */
    LiveViews(@Nullable CommandSender sender, HostClock clock, ViewerSettings settings, Consumer<String> onOpened) {
        model = new ViewerModel(clock, ChartHistory.capacityCount(settings.chartSpanMs()));
        Orders orders = new Orders(sender, clock);
        athlete = new AthleteWorkspace(model, orders, new HoleFiller(model, sender, clock), settings.chartSpanMs());
        athlete.setQuiet(settings.quiet());
        wall = new CoachWall(orders, rollerId -> {
            model.select(rollerId);
            onOpened.accept(rollerId);
        });
    }

    ViewerModel model() {
        return model;
    }

    AthleteWorkspace athlete() {
        return athlete;
    }

    CoachWall wall() {
        return wall;
    }
}
