package org.rollscope.app.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.MusclePlace;
import org.rollscope.athlete.AlgometerValue;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Background;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.GuardingNote;
import org.rollscope.athlete.RampRepeat;
import org.rollscope.athlete.Sex;
import org.rollscope.athlete.TenderPlace;
import org.rollscope.config.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what was measured of an athlete; nothing is changed when a part of it makes no sense. */
@Command(
        name = "set",
        description = "Write down what was measured of an athlete.",
        footer = {
            "",
            "A ramp test: lower yourself onto the roller at 2 to 3 kPa a second and note the mean pressure at pain 3, 6",
            "and 7 of 10; three repeats, 30 s apart, one --ramp each:",
            "  rollscope athlete set anna-1 --ramp quadriceps:right:3=22,6=38,7=44 --ramp quadriceps:right:3=21,6=37,7=45",
            "Repeats of one day are one test, and their medians count. Test again every four weeks."
        })
final class AthleteSetCommand implements Callable<Integer> {
    private static final List<String> PAINS = List.of("3", "6", "7");

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--sex", paramLabel = "S", description = "female, male or unstated, for the estimate")
    private @Nullable Sex sex;

    @Option(names = "--contact-area-mm2", paramLabel = "N", description = "area on the roller, 500 to 30000")
    private @Nullable Double contactAreaMm2;

    @Option(names = "--body-mass-kg", paramLabel = "N", description = "20 to 300; 0 takes it back")
    private @Nullable Double bodyMassKg;

    @Option(names = "--experience", paramLabel = "E", description = "new, some, regular or unstated, for a first plan")
    private @Nullable Experience experience;

    @Option(names = "--care", negatable = true, description = "very tight or cramping: every ceiling x 0.7")
    private @Nullable Boolean care;

    @Option(
            names = "--ramp",
            paramLabel = "MUSCLE:SIDE:3=KPA,6=KPA,7=KPA",
            description = "one repeat of a ramp test: mean pressure at pain 3, 6 and 7")
    private List<String> ramps = new ArrayList<>();

    @Option(
            names = "--algometer",
            paramLabel = "MUSCLE:SIDE=KPA",
            description = "pain threshold on 1 cm2 (1 kg/cm2 is 98 kPa)")
    private List<String> algometers = new ArrayList<>();

    @Option(names = "--tender", paramLabel = "MUSCLE:SIDE", description = "a tender spot is there: ceiling x 0.75")
    private List<String> tenders = new ArrayList<>();

    @Option(names = "--not-tender", paramLabel = "MUSCLE:SIDE", description = "no tender spot any more")
    private List<String> notTenders = new ArrayList<>();

    @Option(
            names = "--guarded",
            paramLabel = "MUSCLE:SIDE=REASON",
            description = "guarding was suspected; every second time lowers the ceiling by 10 %%")
    private List<String> guardings = new ArrayList<>();

    @Option(
            names = "--undo-guarded",
            paramLabel = "MUSCLE:SIDE",
            description = "take back what guarding has lowered there; the notes stay to be read")
    private List<String> undone = new ArrayList<>();

    @Option(names = "--date", paramLabel = "DAY", description = "day of the measurement (default: today)")
    private @Nullable String date;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        AthleteProfile profile = AthleteCommand.found(common, athleteId);
        LocalDate today = AthleteCommand.today();
        String day = day(today);
        Set<MusclePlace> changed = new LinkedHashSet<>();
        profile = ofPerson(profile);
        for (String text : ramps) {
            MusclePlace place = place("--ramp", text, true, changed);
            RampRepeat repeat = repeat(text, place.rest());
            AthleteProfile before = profile;
            profile = AthleteCommand.checked(() -> before.withRamp(place.muscle(), place.side(), day, repeat));
        }
        for (String text : algometers) {
            MusclePlace place = place("--algometer", text, true, changed);
            double thresholdKpa = number("--algometer", text, place.rest());
            AthleteProfile before = profile;
            profile = AthleteCommand.checked(
                    () -> before.withAlgometer(new AlgometerValue(place.muscle(), place.side(), day, thresholdKpa)));
        }
        profile = marks(profile, day, changed);
        if (profile.equals(AthleteCommand.found(common, athleteId))) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "nothing to write down; rollscope athlete set --help shows what there is");
        }
        AthleteCommand.save(common, profile);
        Guidance guidance = Guidance.of(common.dataFolder(), athleteId);
        List<BandDecision> bands = new ArrayList<>();
        for (MusclePlace place : changed) {
            bands.add(guidance.band(profile, place.muscle(), place.side(), today));
        }
        AthleteCommand.print(common, common.commandLine().getOut(), profile, bands);
        return 0;
    }

    private String day(LocalDate today) throws CommandFailure {
        String typed = date;
        if (typed == null) {
            return today.toString();
        }
        try {
            if (LocalDate.parse(typed).isAfter(today)) {
                throw new CommandFailure(CommandFailure.WRONG_USAGE, "--date " + typed + " is yet to come");
            }
            return typed;
        } catch (DateTimeException noDay) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--date must be a day like 2026-11-21, was '" + typed + "'", noDay);
        }
    }

    private AthleteProfile ofPerson(AthleteProfile profile) throws CommandFailure {
        Sex otherSex = sex;
        Double otherMm2 = contactAreaMm2;
        Boolean otherCare = care;
        Double otherKg = bodyMassKg;
        Experience otherExperience = experience;
        return AthleteCommand.checked(() -> {
            AthleteProfile sexed = otherSex == null ? profile : profile.withSex(otherSex);
            AthleteProfile wide = otherMm2 == null ? sexed : sexed.withContactArea(otherMm2);
            Background known = wide.background();
            AthleteProfile asked = wide.withBackground(new Background(
                    otherKg == null ? known.bodyMassKg() : otherKg,
                    otherExperience == null ? known.experience() : otherExperience));
            return otherCare == null ? asked : asked.withCare(otherCare);
        });
    }

    private AthleteProfile marks(AthleteProfile profile, String day, Set<MusclePlace> changed) throws CommandFailure {
        AthleteProfile marked = profile;
        for (String text : tenders) {
            MusclePlace place = place("--tender", text, false, changed);
            marked = marked.withTender(new TenderPlace(place.muscle(), place.side()), true);
        }
        for (String text : notTenders) {
            MusclePlace place = place("--not-tender", text, false, changed);
            marked = marked.withTender(new TenderPlace(place.muscle(), place.side()), false);
        }
        for (String text : guardings) {
            MusclePlace place = place("--guarded", text, true, changed);
            AthleteProfile before = marked;
            marked = AthleteCommand.checked(() ->
                    before.withGuarding(new GuardingNote(place.muscle(), place.side(), day, place.rest(), false)));
        }
        for (String text : undone) {
            MusclePlace place = place("--undo-guarded", text, false, changed);
            marked = marked.withGuardingUndone(place.muscle(), place.side());
        }
        return marked;
    }

    private static MusclePlace place(String option, String text, boolean withRest, Set<MusclePlace> changed)
            throws CommandFailure {
        MusclePlace place = MusclePlace.parse(option, text, withRest);
        changed.add(new MusclePlace(place.muscle(), place.side(), ""));
        return place;
    }

    /** Reads {@code 3=22,6=38,7=44}. */
    private static RampRepeat repeat(String text, String pressures) throws CommandFailure {
        Map<String, Double> pressureKpa = new LinkedHashMap<>();
        for (String pair : pressures.split(",", -1)) {
            String[] painAndKpa = pair.split("=", 2);
            if (painAndKpa.length != 2 || !PAINS.contains(painAndKpa[0].strip())) {
                throw MusclePlace.wrong("--ramp", text, "needs the pressures at pain 3, 6 and 7, as 3=22,6=38,7=44");
            }
            pressureKpa.put(painAndKpa[0].strip(), number("--ramp", text, painAndKpa[1]));
        }
        Double pain3Kpa = pressureKpa.get("3");
        Double pain6Kpa = pressureKpa.get("6");
        Double pain7Kpa = pressureKpa.get("7");
        if (pain3Kpa == null || pain6Kpa == null || pain7Kpa == null) {
            throw MusclePlace.wrong("--ramp", text, "needs the pressures at pain 3, 6 and 7, as 3=22,6=38,7=44");
        }
        try {
            return new RampRepeat(pain3Kpa, pain6Kpa, pain7Kpa);
        } catch (IllegalArgumentException refused) {
            throw MusclePlace.wrong("--ramp", text, String.valueOf(refused.getMessage()));
        }
    }

    private static double number(String option, String text, String number) throws CommandFailure {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException notOne) {
            throw MusclePlace.wrong(option, text, "'" + number + "' is no number of kPa");
        }
    }
}
