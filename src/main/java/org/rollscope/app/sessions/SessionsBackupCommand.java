package org.rollscope.app.sessions;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the archive with the people of the data folder into one file, also while a service records. */
@Command(
        name = "backup",
        description = "Copy all sessions and athletes into one file, also while a service records.",
        footer = {"", "Athletes: profiles, health answers, notes and plans. Only you may read the file; keep it so."})
final class SessionsBackupCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "the file to write")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--force", description = "replace the file where it exists")
    private boolean force;

    @Override
    public Integer call() throws ArchiveException, CommandFailure {
        Map<String, byte[]> people;
        try {
            people = PeopleFiles.of(common.dataFolder());
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the athletes of " + common.dataFolder() + " cannot be read: " + failed.getMessage(),
                    failed);
        }
        SessionArchive.Verification found = ArchiveFiles.of(common.dataFolder()).backup(file, force, people);
        long athleteCount = PeopleFiles.athleteCount(people);
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(JsonOutput.object()
                    .put("schema", "rollscope.backup/1")
                    .put("file", file.toString())
                    .put("file_bytes", lengthBytes())
                    .put("athlete_count", athleteCount)
                    .put("session_count", found.sessionCount())
                    .put("block_count", found.blockCount())
                    .put("frame_count", found.frameCount())));
        } else {
            out.println(found.sessionCount() + " sessions, " + found.blockCount() + " blocks, " + found.frameCount()
                    + " frames and " + athleteCount + (athleteCount == 1 ? " athlete" : " athletes") + " copied to "
                    + file + ", " + lengthBytes() / 1024 + " KiB, checked");
        }
        out.flush();
        return 0;
    }

    private long lengthBytes() throws ArchiveException {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new ArchiveException(file + " is gone again", gone);
        }
    }
}
