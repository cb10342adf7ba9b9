package org.rollscope.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets commands in at a bounded rate and each of them once.
 *
 * <p>A broker may deliver a command twice: the same id of the same sender, among the last {@link #REMEMBERED_COUNT}, gets the
 * answer of the first time, when that is there. <b>Units.</b> Nanoseconds of the host's monotonic clock. <b>Threads.</b> Any.
 */
public final class CommandGate {
    /** How many commands are remembered. */
    public static final int REMEMBERED_COUNT = 200;

    /** What is to be done with a command. */
    public enum Verdict {
        /** It is new. */
        NEW,
        /** It came before; it is answered by the gate. */
        REPEATED,
        /** Its id was used for something else. */
        CONTRADICTION
    }

    private static final class Deed {
        private final RollerCommand command;
        private final List<Consumer<CommandAnswer>> waiting = new ArrayList<>();
        private @Nullable CommandAnswer answer;

        private Deed(RollerCommand command) {
            this.command = command;
        }
    }

    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Allowance allowance;

    /**
     * A gate that is full of room.
     *
     * @param limits how many may pass.
     * @param nowNs the present.
     */
    public CommandGate(CommandLimits limits, long nowNs) {
        allowance = new Allowance(limits.burstCount(), limits.rateHz(), nowNs);
    }

    /** Whether one more message may be looked at now; it counts. */
    public synchronized boolean admits(long nowNs) {
        return allowance.spend(nowNs);
    }

    /**
     * Remembers a command, or finds it.
     *
     * @param sender where its answer goes and who sent it: ids of others do not matter.
     * @param request the command.
     * @param answered told the answer of the first time, now or when it is there, when the command is {@code REPEATED}.
     */
    public Verdict enter(String sender, CommandRequest request, Consumer<CommandAnswer> answered) {
        CommandAnswer known;
        synchronized (this) {
            String key = key(sender, request);
            Deed before = deeds.get(key);
            if (before == null) {
                deeds.put(key, new Deed(request.command()));
                forgetOldest();
                return Verdict.NEW;
            }
            if (!before.command.equals(request.command())) {
                return Verdict.CONTRADICTION;
            }
            known = before.answer;
            if (known == null) {
                before.waiting.add(answered);
                return Verdict.REPEATED;
            }
        }
        answered.accept(known);
        return Verdict.REPEATED;
    }

    /** Keeps the answer of a command that was new, and tells it to those who asked again meanwhile. */
    public void answered(String sender, CommandRequest request, CommandAnswer answer) {
        List<Consumer<CommandAnswer>> waiting = List.of();
        synchronized (this) {
            Deed deed = deeds.get(key(sender, request));
            if (deed != null) {
                deed.answer = answer;
                waiting = List.copyOf(deed.waiting);
                deed.waiting.clear();
            }
        }
        waiting.forEach(answered -> answered.accept(answer));
    }

    private static String key(String sender, CommandRequest request) {
        return sender + " " + request.sender() + " " + request.commandId();
    }

    private void forgetOldest() {
        if (deeds.size() > REMEMBERED_COUNT) {
            deeds.remove(deeds.keySet().iterator().next());
        }
    }
}
