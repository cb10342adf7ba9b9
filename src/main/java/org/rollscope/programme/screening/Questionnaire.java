package org.rollscope.programme.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The questions of the screening. Changing them means another {@link #VERSION}, and then everybody is asked again.
 *
 * <p><b>Source.</b> domain study 1.4: article S3, and the expert consensus of Bartsch 2021. What a yes leads to: record 0043.
 */
public final class Questionnaire {
    /** Version of the questions. */
    public static final int VERSION = 1;

    /** All questions, in the order in which they are asked. */
    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "swelling",
                    Question.Consequence.BLOCKING,
                    "Is an area that you want to roll swollen, badly bruised or acutely inflamed?",
                    "Ist eine Stelle, die du rollen willst, geschwollen, stark geprellt oder akut entz\u00fcndet?",
                    "S3; Bartsch 2021"),
            new Question(
                    "open_wound",
                    Question.Consequence.BLOCKING,
                    "Is there an open wound where you want to roll?",
                    "Ist dort, wo du rollen willst, eine offene Wunde?",
                    "Bartsch 2021"),
            new Question(
                    "fracture",
                    Question.Consequence.BLOCKING,
                    "Is a bone broken, or perhaps broken, near where you want to roll?",
                    "Ist nahe der Stelle ein Knochen gebrochen oder vielleicht gebrochen?",
                    "S3; Bartsch 2021"),
            new Question(
                    "blood_clot",
                    Question.Consequence.BLOCKING,
                    "Do you have, or might you have, a blood clot, as a deep-vein thrombosis (one leg swollen, warm or painful)?",
                    "Hast du ein Blutgerinnsel oder k\u00f6nntest du eines haben, etwa eine tiefe Beinvenenthrombose (ein Bein geschwollen, warm oder schmerzhaft)?",
                    "S3; Bartsch 2021"),
            new Question(
                    "rheumatoid_arthritis",
                    Question.Consequence.BLOCKING,
                    "Is rheumatoid arthritis acute at the moment?",
                    "Ist eine rheumatoide Arthritis gerade akut?",
                    "S3"),
            new Question(
                    "aneurysm",
                    Question.Consequence.BLOCKING,
                    "Do you have an aneurysm?",
                    "Hast du ein Aneurysma?",
                    "S3"),
            new Question(
                    "skin",
                    Question.Consequence.BLOCKING,
                    "Is your skin hypersensitive, or do you have eczema or a rash?",
                    "Ist deine Haut \u00fcberempfindlich, oder hast du ein Ekzem oder einen Ausschlag?",
                    "S3"),
            new Question(
                    "fever", Question.Consequence.BLOCKING, "Do you have a high fever?", "Hast du hohes Fieber?", "S3"),
            new Question(
                    "infection",
                    Question.Consequence.BLOCKING,
                    "Do you have a serious illness or an infection?",
                    "Hast du eine ernste Krankheit oder eine Infektion?",
                    "S3"),
            new Question(
                    "osteomyelitis",
                    Question.Consequence.BLOCKING,
                    "Do you have an infection of a bone (osteomyelitis)?",
                    "Hast du eine Knochenentz\u00fcndung (Osteomyelitis)?",
                    "Bartsch 2021"),
            new Question(
                    "abdominal_surgery",
                    Question.Consequence.BLOCKING,
                    "Was your abdomen operated on, and it has not been declared healed?",
                    "Wurde dein Bauch operiert und noch nicht f\u00fcr verheilt erkl\u00e4rt?",
                    "S3"),
            new Question(
                    "osteoporosis",
                    Question.Consequence.BLOCKING,
                    "Do you have osteoporosis?",
                    "Hast du Osteoporose?",
                    "S3"),
            new Question(
                    "cancer",
                    Question.Consequence.BLOCKING,
                    "Do you have cancer, or are you treated for it?",
                    "Hast du Krebs, oder wirst du deswegen behandelt?",
                    "S3"),
            new Question(
                    "blood_pressure",
                    Question.Consequence.PROFESSIONAL_APPROVAL,
                    "Is your blood pressure very high?",
                    "Ist dein Blutdruck sehr hoch?",
                    "S3"),
            new Question(
                    "myositis_ossificans",
                    Question.Consequence.PROFESSIONAL_APPROVAL,
                    "Has bone formed in a muscle after an injury (myositis ossificans)?",
                    "Hat sich nach einer Verletzung Knochen in einem Muskel gebildet (Myositis ossificans)?",
                    "Bartsch 2021"),
            new Question(
                    "pregnancy",
                    Question.Consequence.SPECIAL_TRAINING,
                    "Are you pregnant?",
                    "Bist du schwanger?",
                    "S3"),
            new Question(
                    "varicose_veins",
                    Question.Consequence.LOCAL_EXCLUSION,
                    "Do you have varicose veins? Where?",
                    "Hast du Krampfadern? Wo?",
                    "S3"),
            new Question(
                    "tight_or_cramping",
                    Question.Consequence.EXTREME_CARE,
                    "Are muscles very tight or in spasm? Where (nothing: everywhere)?",
                    "Sind Muskeln sehr fest oder verkrampft? Wo (nichts: \u00fcberall)?",
                    "S3, T21"));

    private Questionnaire() {}

    /** The question of a key. */
    public static Optional<Question> find(String key) {
        return QUESTIONS.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /** All keys, for a message. */
    public static String keys() {
        return QUESTIONS.stream().map(Question::key).collect(Collectors.joining(", "));
    }
}
