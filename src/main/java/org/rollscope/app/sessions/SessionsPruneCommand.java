package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is older than the settings allow. */
@Command(
        name = "prune",
        description = "Delete sessions, and kept copies of deleted ones, that are older than the settings want.",
        footer = {
            "",
            "Shows what would go; --yes deletes it, for ever. The settings are retention.session_days and",
            "retention.deleted_copy_days; a running service does the same once a day."
        })
final class SessionsPruneCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "sessions older than this (default: the settings')")
    private @Nullable Integer olderThanDays;

    @Option(names = "--yes", description = "delete them")
    private boolean yes;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        RetentionSettings settings = LoadedSettings.load(common.configFolder()).retention();
        try {
            Integer days = olderThanDays;
            if (days != null && days < 1) {
                throw new IllegalArgumentException("--older-than must be 1 day or more, was " + days);
            }
            RetentionSettings wanted =
                    days == null ? settings : new RetentionSettings(days, settings.deletedCopyDays());
            Retention retention = new Retention(common.dataFolder(), wanted, new SystemHostClock().wallClock());
            Retention.Due due = retention.due();
            if (yes) {
                retention.delete(due);
            }
            say(due, wanted);
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "not everything could be deleted: " + failed.getMessage() + "; run the command again",
                    failed);
        }
    }

    private void say(Retention.Due due, RetentionSettings wanted) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document =
                    JsonOutput.object().put("schema", "rollscope.prune/1").put("deleted", yes);
            ArrayNode sessions = document.putArray("session_ids");
            due.sessions().forEach(stored -> sessions.add(stored.record().sessionId()));
            ArrayNode copies = document.putArray("copies");
            due.copies().forEach(copy -> copies.add(copy.toString()));
            out.println(JsonOutput.text(document.put("kept_session_count", due.keptCount())));
        } else {
            for (StoredSession stored : due.sessions()) {
                out.println((yes ? "deleted " : "would delete ") + SessionText.oneLine(stored));
            }
            due.copies().forEach(copy -> out.println((yes ? "deleted " : "would delete ") + copy));
            out.println(due.sessions().size() + " sessions" + limit(wanted.sessionDays()) + ", "
                    + due.copies().size() + " kept copies" + limit(wanted.deletedCopyDays()) + ", " + due.keptCount()
                    + (due.keptCount() == 1 ? " session stays" : " sessions stay")
                    + (yes || due.isEmpty() ? "" : "; --yes deletes what is listed, for ever"));
        }
        out.flush();
    }

    private static String limit(int days) {
        return days == 0 ? " (no limit of age is set)" : " older than " + days + " days";
    }
}
