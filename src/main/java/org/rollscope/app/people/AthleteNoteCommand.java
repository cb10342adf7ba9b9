package org.rollscope.app.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.effect.BodyNote;
import org.rollscope.programme.effect.MotionTest;
import org.rollscope.programme.effect.NoteLog;
import org.rollscope.programme.effect.NoteMoment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down how sore a muscle is and how far a joint goes, and lists what was written down. */
@Command(
        name = "note",
        description = "Write down soreness or range of motion of a muscle and side; alone, list what was written down.",
        footer = {
            "",
            "Tests in cm: knee-to-wall, sit-and-reach. In deg: straight-leg-raise, knee-flexion, hip-extension, hip-rotation,",
            "shoulder-flexion. Another word is taken with its --unit. Nothing is overwritten: --undo adds that the last one counts",
            "no more."
        })
final class AthleteNoteCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--soreness", paramLabel = "N", description = "how sore, 0 to 10")
    private @Nullable Double sorenessNrs;

    @Option(names = "--rom", paramLabel = "N", description = "range of motion, with --test")
    private @Nullable Double motion;

    @Option(names = "--test", paramLabel = "WORD", description = "how the range of motion was measured")
    private @Nullable String test;

    @Option(names = "--unit", paramLabel = "U", description = "cm or deg (default: the test's)")
    private @Nullable String unit;

    @Option(names = "--at", paramLabel = "WHEN", description = "before, after, 24h or 48h: by the rolling")
    private @Nullable String at;

    @Option(names = "--place", paramLabel = "MUSCLE:SIDE", description = "as calf:left")
    private @Nullable String place;

    @Option(names = "--date", paramLabel = "DAY", description = "when it was felt or measured (default: today)")
    private @Nullable String date;

    @Option(names = "--undo", description = "the last note counts no more")
    private boolean undo;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        AthleteCommand.found(common, athleteId);
        ProgrammeFolder folder = new ProgrammeFolder(common.dataFolder());
        NoteLog log = folder.notes(athleteId);
        boolean writes = sorenessNrs != null || motion != null;
        if (undo && writes) {
            throw wrong("--undo stands alone");
        }
        if (!undo && !writes && (test != null || unit != null || at != null || place != null || date != null)) {
            throw wrong("say what is noted: --soreness N or --rom N");
        }
        if (undo) {
            log = written(folder, log.with(correction(log)));
        } else if (writes) {
            if (!folder.health(athleteId).hasAgreed()) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        athleteId + " has not agreed to what is recorded; first: rollscope athlete consent "
                                + athleteId);
            }
            log = written(folder, log.with(note(log.nextSequence())));
        }
        say(log);
        return 0;
    }

    private static CommandFailure wrong(String why) {
        return new CommandFailure(CommandFailure.WRONG_USAGE, why);
    }

    private BodyNote correction(NoteLog log) throws CommandFailure {
        BodyNote.Observation last = log.last()
                .orElseThrow(() -> new CommandFailure(CommandFailure.WORK_FAILED, "there is no note to take back"));
        return new BodyNote.Correction(
                log.nextSequence(), AthleteCommand.today().toString(), last.sequence());
    }

    private BodyNote note(int sequence) throws CommandFailure {
        String where = place;
        if (at == null || where == null) {
            throw wrong("say where and when: --place calf:left --at before, after, 24h or 48h");
        }
        if (sorenessNrs != null && motion != null) {
            throw wrong("one note at a time: --soreness or --rom");
        }
        NoteMoment moment = moment(at);
        String day = day();
        try {
            BodyPlace at = BodyPlace.ofWord(where);
            Double sore = sorenessNrs;
            if (sore != null) {
                return new BodyNote.Soreness(sequence, day, moment, at.muscle(), at.side(), sore);
            }
            return motion(sequence, day, moment, at);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private BodyNote motion(int sequence, String day, NoteMoment moment, BodyPlace at) throws CommandFailure {
        String word = test;
        Double value = motion;
        if (word == null || value == null) {
            throw wrong("say how it was measured: --test " + MotionTest.words() + " or another word");
        }
        String given = unit;
        if (given == null) {
            given = MotionTest.find(word)
                    .map(known -> known.isAngle() ? "deg" : "cm")
                    .orElseThrow(() -> wrong("--test " + word + " needs --unit cm or --unit deg"));
        }
        return switch (given) {
            case "cm" ->
                new BodyNote.MotionLength(
                        sequence, day, moment, at.muscle(), at.side(), word, value * NoteText.MM_PER_CM);
            case "deg" ->
                new BodyNote.MotionAngle(sequence, day, moment, at.muscle(), at.side(), word, Math.toRadians(value));
            default -> throw wrong("--unit must be cm or deg, was '" + given + "'");
        };
    }

    private static NoteMoment moment(String word) throws CommandFailure {
        return Arrays.stream(NoteMoment.values())
                .filter(moment -> moment.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong("--at must be before, after, 24h or 48h, was '" + word + "'"));
    }

    private String day() throws CommandFailure {
        String typed = date;
        LocalDate today = AthleteCommand.today();
        if (typed == null) {
            return today.toString();
        }
        try {
            if (LocalDate.parse(typed).isAfter(today)) {
                throw wrong("--date " + typed + " is yet to come");
            }
            return typed;
        } catch (DateTimeException noDay) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--date must be a day like 2026-11-21, was '" + typed + "'", noDay);
        }
    }

    private NoteLog written(ProgrammeFolder folder, NoteLog log) throws CommandFailure {
        try {
            folder.save(log);
            return log;
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    folder.notesFile(athleteId) + " cannot be written: " + failed.getMessage(),
                    failed);
        }
    }

    private void say(NoteLog log) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document =
                    JsonOutput.object().put("schema", "rollscope.notes-shown/1").put("athlete_id", athleteId);
            ArrayNode notes = document.putArray("notes");
            log.all().forEach(note -> notes.add(NoteText.node(note).put("taken_back", log.isTakenBack(note))));
            out.println(JsonOutput.text(document));
        } else if (log.all().isEmpty()) {
            out.println("no notes; rollscope athlete note " + athleteId + " --soreness 4 --at 24h --place calf:left");
        } else {
            log.all()
                    .forEach(
                            note -> out.println(NoteText.line(note) + (log.isTakenBack(note) ? "  (taken back)" : "")));
        }
        out.flush();
    }
}
