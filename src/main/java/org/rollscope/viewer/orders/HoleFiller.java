package org.rollscope.viewer.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.session.FramePoint;
import org.rollscope.viewer.model.Hole;
import org.rollscope.viewer.model.ViewerModel;

/**
 * Asks services for the frames that the chart misses, one hole at a time, and gives up on what cannot be had.
 *
 * <p>A hole is asked for of each session that it may be of, twice at most, because what is refused once may only have come too soon.
 * <b>Threads.</b> {@link #look} from one; answers come on the sender's.
 */
public final class HoleFiller {
    /** Between two looks and two questions: half of the commands that a service takes are left to people. Chosen by us. */
    static final long PAUSE_NS = 1_000_000_000L;

    static final int ATTEMPT_COUNT = 2;
    private static final int REMEMBERED_COUNT = 1000;

    private final ViewerModel model;
    private final @Nullable CommandSender sender;
    private final HostClock clock;
    private final Map<String, Integer> attemptCounts = new LinkedHashMap<>();
    private boolean waiting;
    private boolean ever;
    private long lastNs;
    private long filledFrameCount;

    /**
     * Nothing is asked yet.
     *
     * @param model where frames are missing.
     * @param sender null for a window that only looks: it asks for nothing.
     * @param clock for the pauses.
     */
    public HoleFiller(ViewerModel model, @Nullable CommandSender sender, HostClock clock) {
        this.model = model;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Asks for the next hole, if there is one and nothing is waited for.
     *
     * @param spanMs so far back the chart goes.
     */
    public void look(long spanMs) {
        CommandSender out = sender;
        if (out == null || !mayAsk()) {
            return;
        }
        for (Hole hole : model.holesOfSelected(spanMs)) {
            for (String sessionId : hole.sessionIds()) {
                if (mayAsk(hole.rollerId() + " " + sessionId + " " + hole.fromUs() + " " + hole.toUs())) {
                    ask(out, hole, sessionId);
                    return;
                }
            }
        }
    }

    private synchronized boolean mayAsk() {
        if (waiting || (ever && clock.monotonicNs() - lastNs < PAUSE_NS)) {
            return false;
        }
        ever = true;
        lastNs = clock.monotonicNs();
        return true;
    }

    private synchronized boolean mayAsk(String key) {
        if (attemptCounts.getOrDefault(key, 0) >= ATTEMPT_COUNT) {
            return false;
        }
        attemptCounts.merge(key, 1, Integer::sum);
        if (attemptCounts.size() > REMEMBERED_COUNT) {
            attemptCounts.remove(attemptCounts.keySet().iterator().next());
        }
        waiting = true;
        return true;
    }

    private void ask(CommandSender out, Hole hole, String sessionId) {
        Map<String, String> args = Map.of(
                "session_id", sessionId,
                "from_us", Long.toString(hole.fromUs()),
                "to_us", Long.toString(hole.toUs()));
        out.send(hole.rollerId(), CommandName.BACKFILL, args, new CommandSender.Outcome() {
            @Override
            public void frames(List<FramePoint> points) {
                filled(model.fill(hole.rollerId(), points));
            }

            @Override
            public void answered(CommandAnswer answer) {
                ended();
            }

            @Override
            public void unanswered(String words) {
                ended();
            }
        });
    }

    private synchronized void filled(int frameCount) {
        filledFrameCount += frameCount;
    }

    private synchronized void ended() {
        waiting = false;
        lastNs = clock.monotonicNs();
    }

    /** Frames that were put in so far. */
    public synchronized long filledFrameCount() {
        return filledFrameCount;
    }
}
