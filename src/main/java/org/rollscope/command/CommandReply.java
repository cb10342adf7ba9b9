package org.rollscope.command;

import java.util.List;
import org.rollscope.session.FramePoint;

/**
 * The way back to who sent a command.
 *
 * <p><b>Threads.</b> Any, one at a time. <b>Errors.</b> An answer that the broker does not take is lost: who misses it sends
 * the command again, with the same id.
 */
public interface CommandReply {
    /** Says what came of it; once. Never waits. */
    void answer(CommandAnswer answer);

    /**
     * Sends frames before the answer; waits until there is room for more, so that nothing else is crowded out.
     *
     * @param points at least one, in order of time.
     * @return false when nobody takes them any more: there is no answer topic, the broker is away or the service ends.
     */
    boolean frames(List<FramePoint> points);
}
