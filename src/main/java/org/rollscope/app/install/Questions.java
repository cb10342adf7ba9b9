package org.rollscope.app.install;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.TypedLines;

/** Asks a person, with a default that Enter takes; or takes every default. <b>Threads.</b> One. */
final class Questions {
    private static final long LOOK_MS = 60_000;

    private final PrintWriter err;
    private final Supplier<TypedLines> input;
    private final boolean takesDefaults;
    private @Nullable TypedLines typed;

    /**
     * Asks nothing yet.
     *
     * @param err where questions go.
     * @param input what is typed; begun with the first question.
     * @param takesDefaults whether nothing is asked.
     */
    Questions(PrintWriter err, Supplier<TypedLines> input, boolean takesDefaults) {
        this.err = err;
        this.input = input;
        this.takesDefaults = takesDefaults;
    }

    /**
     * Asks for a text.
     *
     * @param question in a few words.
     * @param otherwise what Enter takes.
     * @param objection why an answer cannot be taken; empty when it can.
     * @throws CommandFailure when no answer will come.
     */
    String text(String question, String otherwise, Function<String, String> objection) throws CommandFailure {
        if (takesDefaults) {
            return otherwise;
        }
        while (true) {
            err.print(question + " [" + otherwise + "]: ");
            err.flush();
            String line = nextLine();
            String answer = line.isEmpty() ? otherwise : line;
            String why = objection.apply(answer);
            if (why.isEmpty()) {
                return answer;
            }
            err.println("  " + why);
        }
    }

    /** Asks for yes or no. */
    boolean yes(String question, boolean otherwise) throws CommandFailure {
        String answer = text(question + " (y/n)", otherwise ? "y" : "n", line -> yesOrNo(line) == null ? "y or n" : "");
        return Boolean.TRUE.equals(yesOrNo(answer));
    }

    private static @Nullable Boolean yesOrNo(String line) {
        return switch (line.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "n", "no" -> false;
            default -> null;
        };
    }

    /** Asks for one of several; the answer is its place. */
    int oneOf(String question, List<String> choices, int otherwiseIndex) throws CommandFailure {
        if (!takesDefaults) {
            for (int index = 0; index < choices.size(); index++) {
                err.println("  " + (index + 1) + "  " + choices.get(index));
            }
        }
        String answer = text(
                question,
                Integer.toString(otherwiseIndex + 1),
                line -> line.matches("[1-9]\\d{0,2}") && Integer.parseInt(line) <= choices.size()
                        ? ""
                        : "a number from 1 to " + choices.size());
        return Integer.parseInt(answer) - 1;
    }

    private String nextLine() throws CommandFailure {
        TypedLines lines = typed;
        if (lines == null) {
            lines = input.get();
            typed = lines;
        }
        String line = lines.next(LOOK_MS);
        while (line == null && !lines.isOver()) {
            line = lines.next(LOOK_MS);
        }
        if (line == null) {
            err.println();
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "no answer came; nothing was changed. --yes takes every default without asking");
        }
        return line;
    }
}
