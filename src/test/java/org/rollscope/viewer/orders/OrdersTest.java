package org.rollscope.viewer.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.viewer.look.PressureUnit;

class OrdersTest {
    private static final PressureBand BAND = new PressureBand(20, 50, 60, CeilingSource.RAMP_TEST);

    private final List<String> sent = new ArrayList<>();
    private final List<CommandSender.Outcome> outcomes = new ArrayList<>();
    private long nowNs;
    private final HostClock clock = new HostClock() {
        @Override
        public long monotonicNs() {
            return nowNs;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    };
    private final Orders orders = new Orders(
            new CommandSender() {
                @Override
                public void send(String rollerId, CommandName name, Map<String, String> args, Outcome outcome) {
                    sent.add(rollerId + " " + name.word() + " " + args);
                    outcomes.add(outcome);
                }

                @Override
                public void close() {}
            },
            clock);

    @AfterEach
    void usualUnit() {
        PressureUnit.show(PressureUnit.KPA);
    }

    @Test
    void whatIsSaidGoesOutAndItsAnswerIsShownAsTheServiceSaidIt() {
        orders.pain("a", 4);
        assertEquals(List.of("a pain {pain_nrs=4}"), sent);
        assertEquals("Pain 4: waiting for the answer", orders.last("a").words());
        outcomes.get(0).answered(CommandAnswer.done("pain 4 noted"));
        assertEquals("Pain 4: pain 4 noted", orders.last("a").words());
        assertNull(orders.last("b"));
        nowNs += Orders.SHOWN_NS + 1;
        assertNull(orders.last("a"), "an old answer is no news");
    }

    @Test
    void aRefusalAndASilenceAreToldApart() {
        orders.stop("a");
        outcomes.get(0).answered(CommandAnswer.refused("no session runs"));
        assertEquals("Stop refused: no session runs", orders.last("a").words());
        assertEquals(Order.State.REFUSED, orders.last("a").state());
        orders.start("a");
        outcomes.get(1).unanswered("nothing listens at h:1");
        assertEquals(
                "Start not answered: nothing listens at h:1", orders.last("a").words());
        assertEquals(Order.State.UNANSWERED, orders.last("a").state());
    }

    @Test
    void aCeilingShowsOldAndNew() {
        orders.ceiling("a", "45", BAND);
        outcomes.get(0).answered(CommandAnswer.done("the ceiling is 45.0 kPa").with("ceiling_kpa", 45.0));
        assertEquals(
                "Ceiling 45 kPa: 60.0 \u2192 45.0 kPa; the ceiling is 45.0 kPa",
                orders.last("a").words());
    }

    @Test
    void whatIsTypedIsJudgedByTheServiceAlone() {
        orders.ceiling("a", " 500,5 ", BAND);
        orders.ceiling("a", "much", BAND);
        orders.athlete("a", "No Such Name");
        assertEquals(
                List.of(
                        "a ceiling {ceiling_kpa=500.5}",
                        "a ceiling {ceiling_kpa=much}",
                        "a athlete {athlete_id=No Such Name}"),
                sent);
    }

    @Test
    void aCeilingIsTypedInTheUnitOfTheWindow() {
        PressureUnit.show(PressureUnit.MMHG);
        orders.ceiling("a", "450", BAND);
        assertEquals(List.of("a ceiling {ceiling_kpa=59.995}"), sent);
        outcomes.get(0).answered(CommandAnswer.done("yes").with("ceiling_kpa", 59.995));
        assertEquals(
                "Ceiling 450 mmHg: 450.0 \u2192 450.0 mmHg; yes",
                orders.last("a").words());
    }

    @Test
    void anAnswerToAnEarlierOrderDoesNotHideTheLast() {
        orders.marker("a");
        nowNs++;
        orders.place("a", Muscle.CALF, Side.LEFT);
        outcomes.get(0).answered(CommandAnswer.done("marker 1"));
        assertEquals("Calf left: waiting for the answer", orders.last("a").words());
    }

    @Test
    void aReadOnlyWindowTellsNobodyAnything() {
        Orders readOnly = new Orders(null, clock);
        readOnly.pain("a", 4);
        assertTrue(readOnly.isReadOnly());
        assertNull(readOnly.last("a"));
        assertEquals(List.of(), sent);
    }
}
