package org.rollscope.app.people;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.config.AnswersYaml;
import org.rollscope.programme.screening.Answer;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.Question;
import org.rollscope.programme.screening.Questionnaire;

/** Asks the health questions at a keyboard. Enter alone is no answer: the question is asked again. */
final class ScreeningTalk {
    private final HealthDesk desk;
    private final PrintWriter err;
    private final Language language;

    ScreeningTalk(HealthDesk desk, PrintWriter err, Language language) {
        this.desk = desk;
        this.err = err;
        this.language = language;
    }

    static Language language(String code) throws CommandFailure {
        try {
            return Language.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--lang: " + unknown.getMessage(), unknown);
        }
    }

    List<Answer> ask() throws CommandFailure {
        List<Answer> answers = new ArrayList<>();
        int questionIndex = 0;
        for (Question question : Questionnaire.QUESTIONS) {
            questionIndex++;
            answers.add(ask(question, questionIndex + "/" + Questionnaire.QUESTIONS.size() + " "));
        }
        return answers;
    }

    private Answer ask(Question question, String count) throws CommandFailure {
        String how = language == Language.GERMAN ? " [ja/nein/unsicher" : " [yes/no/unsure";
        String where = question.mayAskWhere() ? ", yes calf:left calf:right]" : "]";
        while (true) {
            @Nullable String typed = desk.ask(count + question.in(language) + how + where);
            if (typed == null || typed.equals("stop")) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "not all questions were answered, nothing was written down; --answers FILE takes them from a file");
            }
            try {
                return AnswersYaml.parse(question, typed);
            } catch (IllegalArgumentException refused) {
                err.println("  " + refused.getMessage());
            }
        }
    }
}
