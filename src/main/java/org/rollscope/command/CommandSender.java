package org.rollscope.command;

import java.util.List;
import java.util.Map;
import org.rollscope.session.FramePoint;

/**
 * Tells rollers what to do, from afar.
 *
 * <p>Arguments go as words and are checked by the service alone, so that what it says of them is said in one place. <b>Threads.</b>
 * {@link #send} from any, and it never waits. <b>Errors.</b> In words to the {@link Outcome}, once for each command.
 */
public interface CommandSender extends AutoCloseable {
    /**
     * Sends a command.
     *
     * @param rollerId which roller.
     * @param name what to do.
     * @param args by the keys of the command's form.
     * @param outcome told what came of it.
     */
    void send(String rollerId, CommandName name, Map<String, String> args, Outcome outcome);

    /** Ends; who still waits is told so. */
    @Override
    void close();

    /** Hears what came of one command: {@link #answered} or {@link #unanswered}, once. <b>Threads.</b> The sender's; must not wait. */
    interface Outcome {
        /** The service has answered. */
        void answered(CommandAnswer answer);

        /** Nobody has; whether it was done is then not known. */
        void unanswered(String words);

        /** Frames that come before the answer of a backfill, in order of time. */
        default void frames(List<FramePoint> points) {
            // other commands have none
        }
    }
}
