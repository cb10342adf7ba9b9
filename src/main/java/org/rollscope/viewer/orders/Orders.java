package org.rollscope.viewer.orders;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.command.RoutineAction;
import org.rollscope.frame.HostClock;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * Tells rollers what people want of them and remembers for each roller what came of the last order.
 *
 * <p>Without a sender it is read-only: it tells nothing. <b>Threads.</b> Any; answers come on the sender's.
 */
public final class Orders {
    /** An answer is shown for so long; chosen by us: time to look up from the roller. */
    static final long SHOWN_NS = 20_000_000_000L;

    private final @Nullable CommandSender sender;
    private final HostClock clock;
    private final Map<String, Order> last = new HashMap<>();

    /**
     * Nothing is told yet.
     *
     * @param sender null for a window that only looks.
     * @param clock for how long an answer is shown.
     */
    public Orders(@Nullable CommandSender sender, HostClock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Whether nothing can be told. */
    public boolean isReadOnly() {
        return sender == null;
    }

    /** Pain of the athlete, 0 to 10. */
    public void pain(String rollerId, int painNrs) {
        give(
                rollerId,
                CommandName.PAIN,
                Map.of("pain_nrs", Integer.toString(painNrs)),
                Texts.of("orders.pain", Integer.toString(painNrs)));
    }

    public void feltRelease(String rollerId) {
        give(rollerId, CommandName.FELT_RELEASE, Map.of(), Texts.of("orders.felt_release"));
    }

    public void marker(String rollerId) {
        give(rollerId, CommandName.MARKER, Map.of(), Texts.of("orders.marker"));
    }

    public void start(String rollerId) {
        give(rollerId, CommandName.START, Map.of(), Texts.of("orders.start"));
    }

    public void stop(String rollerId) {
        give(rollerId, CommandName.STOP, Map.of(), Texts.of("orders.stop"));
    }

    /**
     * Another ceiling; the answer tells old and new.
     *
     * @param typed in the unit of the window, as somebody typed it: the service judges it.
     * @param before the band that is shown now, null when none is known.
     */
    public void ceiling(String rollerId, String typed, @Nullable PressureBand before) {
        PressureUnit unit = PressureUnit.shown();
        String plain = typed.strip().replace(',', '.');
        boolean number = plain.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?");
        String asKpa = number && unit != PressureUnit.KPA
                ? String.format(Locale.ROOT, "%.3f", unit.toKpa(Double.parseDouble(plain)))
                : plain;
        give(
                rollerId,
                CommandName.CEILING,
                Map.of("ceiling_kpa", asKpa),
                number ? Texts.of("orders.ceiling", plain, unit.word()) : Texts.of("orders.ceiling.none", plain),
                before);
    }

    public void place(String rollerId, Muscle muscle, Side side) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("muscle", muscle.word());
        args.put("side", side.word());
        give(rollerId, CommandName.MUSCLE, args, Texts.of("orders.muscle", BodyWords.of(muscle), BodyWords.of(side)));
    }

    public void athlete(String rollerId, String athleteId) {
        give(rollerId, CommandName.ATHLETE, Map.of("athlete_id", athleteId), Texts.of("orders.athlete", athleteId));
    }

    /**
     * Guides the athlete on a roller.
     *
     * @param context when in the day's training it is.
     * @param warmedUp whether the athlete says to have warmed up.
     */
    public void beginRoutine(String rollerId, RollContext context, boolean warmedUp) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("action", RoutineAction.START.word());
        args.put("context", context.word());
        args.put("warmed_up", Boolean.toString(warmedUp));
        give(rollerId, CommandName.ROUTINE, args, Texts.of("orders.routine.start"));
    }

    /** Leaves a place out, or ends a routine. */
    public void goOnWithRoutine(String rollerId, RoutineAction action) {
        give(
                rollerId,
                CommandName.ROUTINE,
                Map.of("action", action.word()),
                Texts.of("orders.routine." + action.word()));
    }

    private void give(String rollerId, CommandName name, Map<String, String> args, String asked) {
        give(rollerId, name, args, asked, null);
    }

    private void give(
            String rollerId, CommandName name, Map<String, String> args, String asked, @Nullable PressureBand before) {
        CommandSender out = sender;
        if (out == null) {
            return;
        }
        Order given = new Order(rollerId, name, asked, Order.State.WAITING, "", clock.monotonicNs());
        note(given, null);
        out.send(rollerId, name, args, new CommandSender.Outcome() {
            @Override
            public void answered(CommandAnswer answer) {
                note(
                        became(given, answer.ok() ? Order.State.DONE : Order.State.REFUSED, message(before, answer)),
                        given);
            }

            @Override
            public void unanswered(String words) {
                note(became(given, Order.State.UNANSWERED, words), given);
            }
        });
    }

    private Order became(Order given, Order.State state, String message) {
        return new Order(given.rollerId(), given.name(), given.asked(), state, message, clock.monotonicNs());
    }

    /** What the service said, after old and new ceiling where there is a new one. */
    private static String message(@Nullable PressureBand before, CommandAnswer answer) {
        if (before == null || !answer.ok() || !(answer.facts().get("ceiling_kpa") instanceof Number now)) {
            return answer.message();
        }
        return Texts.of(
                "orders.ceiling.changed",
                tenths(before.ceilingKpa()),
                tenths(now.doubleValue()),
                PressureUnit.shown().word(),
                answer.message());
    }

    private static String tenths(double pressureKpa) {
        return String.format(Locale.ROOT, "%.1f", PressureUnit.shown().of(pressureKpa));
    }

    /** An answer to an order before the last one is no longer waited for. */
    private synchronized void note(Order order, @Nullable Order insteadOf) {
        if (insteadOf == null || insteadOf.equals(last.get(order.rollerId()))) {
            last.put(order.rollerId(), order);
        }
    }

    /** The last order of a roller with what came of it; null when there was none, or its answer is old. */
    public synchronized @Nullable Order last(String rollerId) {
        Order order = last.get(rollerId);
        if (order == null) {
            return null;
        }
        boolean old = order.state() != Order.State.WAITING && clock.monotonicNs() - order.sinceNs() > SHOWN_NS;
        return old ? null : order;
    }
}
