package org.rollscope.app.sessions;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.export.ReportEffect;
import org.rollscope.programme.ProgrammeSettings;
import org.rollscope.programme.effect.EffectReview;
import org.rollscope.programme.effect.Evidence;
import org.rollscope.programme.effect.Weeks;
import org.rollscope.programme.progress.Bout;
import org.rollscope.programme.progress.History;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.StoredSession;

/**
 * Whether the programme of the athlete of a session works, up to that session: so its report says the same on every later day, but
 * for notes about that very rolling.
 */
public final class SessionEffect {
    private static final int WEEK_COUNT = 12;

    private final Path dataFolder;
    private final Path configFolder;

    /**
     * Nothing is read yet.
     *
     * @param dataFolder where plans and notes lie.
     * @param configFolder settings.
     */
    public SessionEffect(Path dataFolder, Path configFolder) {
        this.dataFolder = dataFolder;
        this.configFolder = configFolder;
    }

    /**
     * What weeks show; empty when this is the athlete's only finished session up to now.
     *
     * @throws CommandFailure when settings, plans or notes are damaged: with file and line.
     */
    public Optional<ReportEffect> of(SessionArchive archive, StoredSession stored)
            throws CommandFailure, ArchiveException {
        SessionRecord record = stored.record();
        if (!ProgrammeFolder.isAthleteId(record.athleteId())) {
            return Optional.empty();
        }
        List<StoredSession> before = archive.sessions().stream()
                .filter(one -> !one.record().startedAt().isAfter(record.startedAt()))
                .toList();
        List<Bout> bouts = RecordedBouts.of(before, record.athleteId());
        if (bouts.stream().allMatch(bout -> bout.sessionId().equals(record.sessionId()))) {
            return Optional.empty();
        }
        try {
            ProgrammeSettings settings = LoadedSettings.load(configFolder).programme();
            ProgrammeFolder folder = new ProgrammeFolder(dataFolder);
            Weeks weeks = new Weeks(LocalDate.ofInstant(record.startedAt(), ZoneOffset.UTC), WEEK_COUNT);
            Evidence evidence = new Evidence(
                    folder.plans(record.athleteId()), new History(bouts, List.of()), folder.notes(record.athleteId()));
            return Optional.of(new ReportEffect(
                    new EffectReview(settings.effect(), settings.progress(), settings.pain()).review(evidence, weeks),
                    weeks,
                    settings.effect()));
        } catch (SettingsException damaged) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(damaged.getMessage()), damaged);
        }
    }
}
