package org.rollscope.app.install;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.device.pi.PinSettings;

/** Asks what a setup cannot find out and no option says. <b>Threads.</b> One. */
final class SetupDialogue {
    private static final String AUTO = "serial:auto";
    private static final String PINS_SOURCE = "pi";
    private static final String SIMULATED = "sim:coached?seed=1";
    private static final String ID = "[a-z0-9-]{1,32}";

    private final Questions questions;
    private final SetupOptions options;
    private final LoadedSettings present;
    private final Found found;

    SetupDialogue(Questions questions, SetupOptions options, LoadedSettings present, Found found) {
        this.questions = questions;
        this.options = options;
        this.present = present;
        this.found = found;
    }

    /** A roller to choose. */
    private record Choice(String words, String source) {}

    SetupAnswers answers() throws CommandFailure {
        String typed = options.source;
        String source = typed == null ? source() : typed;
        boolean onPins = source.equals(PINS_SOURCE) || source.startsWith(PINS_SOURCE + "?");
        boolean busesAreOff =
                onPins && !found.busLines().isEmpty() && !found.model().isEmpty();
        boolean buses = busesAreOff
                && answer(options.buses, "Switch the Pi's buses on? It must be started anew afterwards", true);
        return new SetupAnswers(
                source,
                id(options.rollerId, "Name of the roller", present.core().rollerId()),
                id(
                        options.athleteId,
                        "Pseudonym of who rolls",
                        present.core().athlete().athleteId()),
                isEmbedded() && answer(options.share, "May other machines watch, with a password", isShared(present)),
                onPins ? pins() : null,
                buses);
    }

    private boolean answer(@Nullable Boolean typed, String question, boolean otherwise) throws CommandFailure {
        return typed == null ? questions.yes(question, otherwise) : typed;
    }

    private String id(@Nullable String typed, String question, String otherwise) throws CommandFailure {
        return typed != null
                ? typed
                : questions.text(
                        question, otherwise, line -> line.matches(ID) ? "" : "1 to 32 letters a to z, digits and -");
    }

    private boolean isEmbedded() {
        String broker = options.broker == null ? present.mqtt().broker() : options.broker;
        return broker.equals(ConnectionSettings.EMBEDDED);
    }

    static boolean isShared(LoadedSettings settings) {
        return !settings.mqtt().secureFolder().isEmpty();
    }

    /** Pins that the settings name already are left alone. */
    private @Nullable Boolean pins() throws CommandFailure {
        Boolean typed = options.pins;
        if (typed != null || !present.piPins().equals(PinSettings.none())) {
            return typed;
        }
        boolean wired = questions.yes(
                "Are light, buzzer, vibration and buttons wired to the Pi's pins as in hardware/wiring", false);
        return wired ? Boolean.TRUE : null;
    }

    private String source() throws CommandFailure {
        List<Choice> choices = choices();
        String now = present.service().source();
        int nowIndex = -1;
        for (int index = 0; index < choices.size(); index++) {
            if (choices.get(index).source.equals(now)) {
                nowIndex = index;
            }
        }
        if (nowIndex < 0) {
            choices.add(new Choice("as now: " + now, now));
            nowIndex = choices.size() - 1;
        }
        // A real roller that is there goes before a simulated one of before, and before nothing else.
        int otherwiseIndex = now.startsWith("sim:") ? 0 : nowIndex;
        List<String> words = choices.stream().map(Choice::words).toList();
        return choices.get(questions.oneOf("Which roller", words, otherwiseIndex)).source;
    }

    /** What is surely there first, what is possible behind it. */
    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        boolean several = found.rollers().size() > 1;
        for (Found.Roller roller : found.rollers()) {
            List<String> parts = new ArrayList<>();
            if (several) {
                parts.add("board_serial=" + roller.hello().boardSerial());
            }
            if (roller.isNamed()) {
                parts.add("ports=" + roller.path());
            }
            String source = AUTO + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
            choices.add(new Choice("the one on " + roller.path() + ", " + roller.hello(), source));
        }
        if (found.hasPiRoller()) {
            choices.add(new Choice("the one that is wired to this machine's pins", PINS_SOURCE));
        }
        choices.add(new Choice("none: a simulated one, to look around", SIMULATED));
        if (found.rollers().isEmpty()) {
            choices.add(new Choice("one on USB, plugged in later", AUTO));
        }
        if (found.hasBuses() && !found.hasPiRoller()) {
            choices.add(new Choice("one wired to this machine's pins", PINS_SOURCE));
        }
        return choices;
    }
}
