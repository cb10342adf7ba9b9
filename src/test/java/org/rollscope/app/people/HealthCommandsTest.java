package org.rollscope.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.Subject;
import org.rollscope.config.SettingsException;
import org.rollscope.config.ShippedSettings;
import org.rollscope.programme.screening.Questionnaire;

/** Consent, health questions, approvals and illness as they are typed. */
class HealthCommandsTest {
    @TempDir
    private Path folder;

    private Ran run(String... words) {
        return Ran.of(
                Stream.of(words, new String[] {"--data", folder.resolve("data").toString()})
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private Ran done(String... words) {
        Ran ran = run(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private Ran typing(String typed, String... words) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            return run(words);
        } finally {
            System.setIn(before);
        }
    }

    private Path answers(String... yes) throws IOException {
        String text = done("athlete", "screen", "anna", "--template").out();
        for (var question : Questionnaire.QUESTIONS) {
            String answer = "no";
            for (String one : yes) {
                if (one.startsWith(question.key() + "=")) {
                    answer = one.substring(question.key().length() + 1);
                }
            }
            text = text.replace("  " + question.key() + ":\n", "  " + question.key() + ": " + answer + "\n");
        }
        return Files.writeString(folder.resolve("answers.yaml"), text);
    }

    private JsonNode clearance() throws IOException {
        return JsonOutput.JSON.readTree(
                done("athlete", "clearance", "anna", "--json").out());
    }

    @BeforeEach
    void anna() {
        done("athlete", "add", "anna");
    }

    @Test
    void consentIsGivenByTypingYesAndByNothingElse() throws IOException {
        assertEquals(1, typing("\n", "athlete", "consent", "anna").exitCode(), "Enter is no consent");
        assertEquals(1, typing("y\n", "athlete", "consent", "anna").exitCode());
        assertEquals(2, typing("", "athlete", "consent", "anna").exitCode());
        assertEquals(
                "no_consent", clearance().path("reasons").path(0).path("kind").asText());
        Ran agreed = typing("yes\n", "athlete", "consent", "anna");
        assertEquals(0, agreed.exitCode(), agreed.err());
        assertTrue(agreed.err().contains("Recorded under your pseudonym"), agreed.err());
        assertEquals(
                "not_screened", clearance().path("reasons").path(0).path("kind").asText());
        done("athlete", "consent", "anna", "--withdraw");
        assertEquals(
                "no_consent", clearance().path("reasons").path(0).path("kind").asText());
    }

    @Test
    void enterIsNoAnswerAndEveryQuestionIsAsked() throws IOException {
        done("athlete", "consent", "anna", "--agree");
        String no = "no\n".repeat(Questionnaire.QUESTIONS.size());
        Ran typed = typing("\n\nmaybe\n" + no, "athlete", "screen", "anna");
        assertEquals(0, typed.exitCode(), typed.err());
        assertTrue(typed.err().contains("answer yes, no or unsure, was 'maybe'"), typed.err());
        assertTrue(clearance().path("guided").asBoolean());
        Ran stopped = typing("no\nno\n", "athlete", "screen", "anna");
        assertEquals(2, stopped.exitCode());
        assertTrue(stopped.err().contains("nothing was written down"), stopped.err());
        Ran german =
                typing("nein\n".repeat(Questionnaire.QUESTIONS.size()), "athlete", "screen", "anna", "--lang", "de");
        assertEquals(0, german.exitCode(), german.err());
        assertTrue(german.err().contains("Hast du Osteoporose?"), german.err());
    }

    @Test
    void aFileOfAnswersIsTakenWholeOrNotAtAll() throws IOException {
        Path file = answers();
        done("athlete", "screen", "anna", "--answers", file.toString());
        String sound = Files.readString(file);
        Files.writeString(
                file,
                sound.replace("fever: no", "fever: perhaps")
                        .replace("aneurysm: no", "aneurism: no")
                        .replace("varicose_veins: no", "varicose_veins: yes")
                        .replace("skin: no", "skin: yes calf:left"));
        Ran refused = run("athlete", "screen", "anna", "--answers", file.toString());
        assertEquals(2, refused.exitCode());
        for (String said : new String[] {
            "fever: answer yes, no or unsure, was 'perhaps'",
            "unknown question 'aneurism'; did you mean 'aneurysm'?",
            "the question 'aneurysm' is not answered",
            "varicose_veins: yes must name the muscles",
            "skin: this question is about the whole person"
        }) {
            assertTrue(refused.err().contains(said), said + " is missing in " + refused.err());
        }
        Ran unfilled = run(
                "athlete",
                "screen",
                "anna",
                "--answers",
                Files.writeString(
                                folder.resolve("t.yaml"),
                                done("athlete", "screen", "anna", "--template").out())
                        .toString());
        assertEquals(2, unfilled.exitCode());
        assertEquals(
                Questionnaire.QUESTIONS.size(),
                unfilled.err()
                        .lines()
                        .filter(line -> line.contains("answer yes, no or unsure"))
                        .count(),
                "an empty answer is none: " + unfilled.err());
    }

    @Test
    void aBlockedAthleteIsNotGuidedButSeesAndDeletesEverything() throws IOException {
        done("athlete", "consent", "anna", "--agree");
        done("athlete", "screen", "anna", "--answers", answers().toString());
        done("plan", "new", "anna");
        Ran screened = done(
                "athlete", "screen", "anna", "--answers", answers("fever=yes").toString());
        assertTrue(screened.out().contains("anna on " + AthleteCommand.today() + ": no guidance"), screened.out());
        assertTrue(screened.out().contains("It is no medical device"), screened.out());
        for (String[] guided :
                new String[][] {{"plan", "today", "anna"}, {"plan", "advance", "anna"}, {"plan", "new", "anna"}}) {
            Ran refused = run(guided);
            assertEquals(1, refused.exitCode(), String.join(" ", guided));
            assertTrue(refused.err().contains("no guidance for anna: yes to fever"), refused.err());
            assertEquals("", refused.out());
        }
        done("plan", "show", "anna");
        done("plan", "history", "anna");
        done("athlete", "show", "anna");
        done("athlete", "clearance", "anna");
        Ran deleted = done("athlete", "delete", "anna", "--yes");
        assertTrue(deleted.out().contains("answers and plans"), deleted.out());
        try (Stream<Path> left = Files.walk(folder.resolve("data"))) {
            assertEquals(
                    0, left.filter(file -> file.toString().contains("anna")).count());
        }
    }

    @Test
    void approvalIsWrittenDownWithNameAndRoleAndOnlyByWhoMay() throws IOException {
        done("athlete", "consent", "anna", "--agree");
        done(
                "athlete",
                "screen",
                "anna",
                "--answers",
                answers("blood_pressure=yes").toString());
        assertFalse(clearance().path("guided").asBoolean());
        String until = AthleteCommand.today().plusDays(30).toString();
        String[] approve = {
            "athlete", "approve", "anna", "--question", "blood_pressure", "--by", "Dr. Berg", "--until", until, "--role"
        };
        Ran coach = run(Stream.concat(Stream.of(approve), Stream.of("coach")).toArray(String[]::new));
        assertEquals(2, coach.exitCode());
        assertTrue(coach.err().contains("role coach cannot approve it"), coach.err());
        Ran doctor = done(Stream.concat(Stream.of(approve), Stream.of("doctor", "--confirmed-by", "kim"))
                .toArray(String[]::new));
        assertTrue(
                doctor.out().contains("approved by doctor Dr. Berg, confirmed by coach kim until " + until),
                doctor.out());
        assertTrue(clearance().path("guided").asBoolean());
        Ran blocked = run(
                "athlete",
                "approve",
                "anna",
                "--question",
                "fever",
                "--by",
                "Dr. Berg",
                "--role",
                "doctor",
                "--until",
                until);
        assertEquals(2, blocked.exitCode());
        assertTrue(blocked.err().contains("refuses to guide"), blocked.err());
    }

    @Test
    void aCoachWhoConfirmsIsNamed() throws IOException {
        Path file = answers();
        Ran nameless = run("athlete", "screen", "anna", "--answers", file.toString(), "--role", "coach");
        assertEquals(2, nameless.exitCode());
        assertTrue(nameless.err().contains("needs --by NAME"), nameless.err());
        done("athlete", "screen", "anna", "--answers", file.toString(), "--role", "coach", "--by", "kim");
        assertTrue(Files.readString(folder.resolve("data/athletes/anna/health.json"))
                .contains("\"by\" : \"kim\""));
    }

    @Test
    void illAndWellAskForTheQuestionsAgain() throws IOException {
        done("athlete", "consent", "anna", "--agree");
        Path file = answers();
        done("athlete", "screen", "anna", "--answers", file.toString());
        done("athlete", "ill", "anna");
        assertEquals("ill", clearance().path("reasons").path(0).path("kind").asText());
        done("athlete", "well", "anna");
        assertEquals(
                "screening_due",
                clearance().path("reasons").path(0).path("kind").asText());
        done("athlete", "screen", "anna", "--answers", file.toString());
        assertTrue(clearance().path("guided").asBoolean());
        done("athlete", "screen", "anna", "--demand", "fell on the stairs", "--by", "kim", "--role", "coach");
        assertEquals(
                "screening_due",
                clearance().path("reasons").path(0).path("kind").asText());
        assertEquals(2, run("athlete", "ill", "anna", "--date", "2999-01-01").exitCode());
    }

    @Test
    void crampsLowerTheCeilingOfSessionsAndOfTheProfile() throws IOException, SettingsException {
        done("athlete", "add", "athlete-1");
        Path data = folder.resolve("data");
        double beforeKpa = Subject.of(ShippedSettings.core(), data, AthleteCommand.today())
                .band()
                .ceilingKpa();
        Path file = answers("tight_or_cramping=yes quadriceps:right");
        done("athlete", "screen", "athlete-1", "--answers", file.toString());
        double afterKpa = Subject.of(ShippedSettings.core(), data, AthleteCommand.today())
                .band()
                .ceilingKpa();
        assertEquals(0.7 * beforeKpa, afterKpa, 1e-9);
        assertTrue(done("athlete", "show", "athlete-1", "--all").out().contains("yes to tight_or_cramping"));
        done("athlete", "set", "athlete-1", "--care");
        assertEquals(
                afterKpa,
                Subject.of(ShippedSettings.core(), data, AthleteCommand.today())
                        .band()
                        .ceilingKpa(),
                1e-9,
                "said twice it counts once");
    }

    @Test
    void backgroundIsKeptAndShown() throws IOException {
        Ran set = done("athlete", "set", "anna", "--body-mass-kg", "80.4", "--experience", "regular");
        assertTrue(set.out().contains("experience regular, 80 kg: some 260 N"), set.out());
        JsonNode shown = JsonOutput.JSON.readTree(
                done("athlete", "show", "anna", "--json").out());
        assertEquals(80.4, shown.path("body_mass_kg").asDouble());
        assertEquals("regular", shown.path("experience").asText());
        assertEquals(2, run("athlete", "set", "anna", "--body-mass-kg", "8").exitCode());
    }
}
