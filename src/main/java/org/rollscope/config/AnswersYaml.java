package org.rollscope.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.screening.Answer;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.Question;
import org.rollscope.programme.screening.Questionnaire;

/**
 * Answers to the health questions in a file, for those who are not asked at a keyboard. Every question must be answered; every problem is
 * told at once.
 */
public final class AnswersYaml {
    private static final String SCHEMA = "rollscope.answers/1";

    private AnswersYaml() {}

    /**
     * Reads answers.
     *
     * @param file what to read.
     * @throws SettingsException with every problem.
     */
    public static List<Answer> read(Path file) throws SettingsException {
        List<SettingsProblem> problems = new ArrayList<>();
        SettingsFile document = SettingsFile.read(file, null, problems);
        List<Answer> answers = new ArrayList<>();
        if (problems.isEmpty()) {
            Map<String, YamlNode> keys = document.root().children();
            expect(file, problems, keys, "schema", SCHEMA);
            expect(file, problems, keys, "version", Integer.toString(Questionnaire.VERSION));
            YamlNode given = keys.get("answers");
            if (given == null || !given.mapping()) {
                problems.add(
                        new SettingsProblem(file, 0, "the key 'answers' with an answer to each question is missing"));
            } else {
                answers.addAll(answers(file, given, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return answers;
    }

    private static void expect(
            Path file, List<SettingsProblem> problems, Map<String, YamlNode> keys, String key, String expected) {
        YamlNode node = keys.get(key);
        if (node == null || !node.text().equals(expected)) {
            problems.add(new SettingsProblem(
                    file, node == null ? 0 : node.lineIndex(), "the key '" + key + "' must be " + expected));
        }
    }

    private static List<Answer> answers(Path file, YamlNode given, List<SettingsProblem> problems) {
        List<Answer> answers = new ArrayList<>();
        given.children().forEach((key, node) -> {
            if (Questionnaire.find(key).isEmpty()) {
                List<String> known =
                        Questionnaire.QUESTIONS.stream().map(Question::key).toList();
                problems.add(new SettingsProblem(
                        file,
                        node.lineIndex(),
                        "unknown question '" + key + "'; did you mean '" + NearestKey.of(key, known) + "'?"));
            }
        });
        for (Question question : Questionnaire.QUESTIONS) {
            YamlNode node = given.children().get(question.key());
            if (node == null) {
                problems.add(new SettingsProblem(
                        file, given.lineIndex(), "the question '" + question.key() + "' is not answered"));
            } else {
                try {
                    answers.add(parse(question, node.text()));
                } catch (IllegalArgumentException refused) {
                    problems.add(
                            new SettingsProblem(file, node.lineIndex(), question.key() + ": " + refused.getMessage()));
                }
            }
        }
        return answers;
    }

    /**
     * Reads one answer, {@code no}, {@code unsure}, {@code yes} or {@code yes calf:left calf:right}, in English or German.
     *
     * @throws IllegalArgumentException when it is none; an empty text is no answer.
     */
    public static Answer parse(Question question, String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("[\\s,]+")));
        Answer.Reply reply = reply(words.remove(0))
                .orElseThrow(
                        () -> new IllegalArgumentException("answer yes, no or unsure, was '" + text.strip() + "'"));
        List<BodyPlace> places = words.stream().map(BodyPlace::ofWord).toList();
        if (reply == Answer.Reply.YES && question.asksWhere() && places.isEmpty()) {
            throw new IllegalArgumentException("yes must name the muscles, as: yes calf:left calf:right");
        }
        if (!places.isEmpty() && !question.mayAskWhere()) {
            throw new IllegalArgumentException("this question is about the whole person; leave the muscles away");
        }
        return new Answer(question.key(), reply, places);
    }

    private static Optional<Answer.Reply> reply(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "ja", "j", "true" -> Optional.of(Answer.Reply.YES);
            case "no", "n", "nein", "false" -> Optional.of(Answer.Reply.NO);
            case "unsure", "u", "unsicher" -> Optional.of(Answer.Reply.UNSURE);
            default -> Optional.empty();
        };
    }

    /** A file to fill in: every question as a comment, no answer given. */
    public static String template(Language language) {
        StringBuilder text = new StringBuilder("schema: " + SCHEMA + "\nversion: " + Questionnaire.VERSION
                + "\n# yes, no or unsure behind each colon; where it says so with the muscles, as: yes calf:left calf:right\n"
                + "answers:\n");
        for (Question question : Questionnaire.QUESTIONS) {
            text.append("  # ")
                    .append(question.in(language))
                    .append("\n  ")
                    .append(question.key())
                    .append(":\n");
        }
        return text.toString();
    }
}
