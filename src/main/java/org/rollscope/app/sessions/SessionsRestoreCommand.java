package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.SafeFile;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds the sessions and people of a backup, or of a deleted session's copy, that are not there. */
@Command(
        name = "restore",
        description = "Add the sessions and athletes of a backup, or a deleted session's copy; nothing is overwritten.",
        footer = {
            "",
            "Answers, notes and plans that go on where those here stopped are taken. What is another one here is left as it is and",
            "said; the exit code is 1 then."
        })
final class SessionsRestoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "from sessions backup or sessions delete")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Override
    public Integer call() throws ArchiveException, CommandFailure {
        ArchiveFiles.Restoration done = ArchiveFiles.of(common.dataFolder()).restore(file);
        List<PeopleMerge.Outcome> people = people(done.beside());
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(done, people)));
        } else {
            done.restoredIds().forEach(id -> out.println("restored " + id));
            done.presentIds().forEach(id -> out.println("left as it is, there already: " + id));
            people.forEach(one -> out.println(line(one)));
            out.println(done.restoredIds().size() + " sessions restored, "
                    + done.presentIds().size() + " were there already");
        }
        out.flush();
        return people.stream().anyMatch(one -> isLeft(one.state())) ? CommandFailure.WORK_FAILED : 0;
    }

    private static boolean isLeft(PeopleMerge.State state) {
        return state == PeopleMerge.State.CONFLICT || state == PeopleMerge.State.DAMAGED;
    }

    /** The files are laid beside the present ones first, so that the same eyes read both. */
    private List<PeopleMerge.Outcome> people(Map<String, byte[]> files) throws CommandFailure {
        if (files.isEmpty()) {
            return List.of();
        }
        Path laid = common.dataFolder()
                .resolve(".restore-people-" + ProcessHandle.current().pid());
        try {
            PeopleFiles.remove(laid);
            SafeFile.makeOwnFolder(laid);
            PeopleFiles.lay(files, laid);
            return new PeopleMerge(laid, common.dataFolder()).merge();
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the athletes of " + file + " cannot be restored: " + failed.getMessage(),
                    failed);
        } finally {
            try {
                PeopleFiles.remove(laid);
            } catch (IOException left) {
                common.commandLine()
                        .getErr()
                        .println(laid + " could not be removed: delete it, it holds health answers");
            }
        }
    }

    private static String line(PeopleMerge.Outcome one) {
        String whose = one.what() + " of " + one.athleteId();
        String why = one.why().isEmpty() ? "" : ", " + one.why();
        return switch (one.state()) {
            case RESTORED -> "restored " + whose + why;
            case PRESENT -> "left as it is, there already: " + whose;
            case CONFLICT -> "NOT restored, left as it is: " + whose + why;
            case DAMAGED -> "NOT restored, damaged: " + whose + why;
        };
    }

    private ObjectNode document(ArchiveFiles.Restoration done, List<PeopleMerge.Outcome> people) {
        ObjectNode document =
                JsonOutput.object().put("schema", "rollscope.restoration/1").put("file", file.toString());
        ArrayNode restored = document.putArray("restored_session_ids");
        done.restoredIds().forEach(restored::add);
        ArrayNode present = document.putArray("present_session_ids");
        done.presentIds().forEach(present::add);
        ArrayNode athletes = document.putArray("athletes");
        people.forEach(one -> athletes.addObject()
                .put("athlete_id", one.athleteId())
                .put("what", one.what())
                .put("state", one.state().word())
                .put("why", one.why()));
        return document;
    }
}
