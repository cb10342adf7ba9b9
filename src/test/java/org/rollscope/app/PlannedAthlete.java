package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a profile, consent, answers and a plan, made by the real commands.
 *
 * @param id pseudonym.
 * @param data data folder.
 */
public record PlannedAthlete(String id, Path data) {
    /** Somebody who answers no to everything, with a plan of brief holds. */
    public static PlannedAthlete of(String id, Path data, String muscles) throws IOException {
        PlannedAthlete athlete = new PlannedAthlete(id, data);
        athlete.done("athlete", "add", id);
        athlete.done("athlete", "consent", id, "--agree");
        athlete.answer("");
        athlete.done("plan", "new", id, "--muscles", muscles, "--preset", "brief");
        return athlete;
    }

    /** No to every health question but one. */
    public void answer(String yesTo) throws IOException {
        String template = done("athlete", "screen", id, "--template").out();
        Path answers = Files.createTempFile("answers", ".yaml");
        Files.writeString(
                answers,
                template.replaceAll("(?m)^(  [a-z_]+:) *$", "$1 no")
                        .replace("  " + yesTo + ": no", "  " + yesTo + ": yes"));
        done("athlete", "screen", id, "--answers", answers.toString());
        Files.delete(answers);
    }

    /** A command on the data folder that must be done. */
    public Ran done(String... words) {
        Ran ran = ran(words);
        assertEquals(0, ran.exitCode(), () -> String.join(" ", words) + ": " + ran.err());
        return ran;
    }

    /** A command on the data folder. */
    public Ran ran(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Ran.of(all.toArray(String[]::new));
    }
}
