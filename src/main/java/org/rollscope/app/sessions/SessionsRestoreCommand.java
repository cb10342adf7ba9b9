package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds the sessions of a backup, or of a deleted session's copy, that the archive does not have. */
@Command(
        name = "restore",
        description = "Add the sessions of a backup or of a deleted session's copy; none is overwritten.")
final class SessionsRestoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "from sessions backup or sessions delete")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Override
    public Integer call() throws ArchiveException {
        ArchiveFiles.Restoration done = ArchiveFiles.of(common.dataFolder()).restore(file);
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document =
                    JsonOutput.object().put("schema", "rollscope.restoration/1").put("file", file.toString());
            ArrayNode restored = document.putArray("restored_session_ids");
            done.restoredIds().forEach(restored::add);
            ArrayNode present = document.putArray("present_session_ids");
            done.presentIds().forEach(present::add);
            out.println(JsonOutput.text(document));
        } else {
            done.restoredIds().forEach(id -> out.println("restored " + id));
            done.presentIds().forEach(id -> out.println("left as it is, there already: " + id));
            out.println(done.restoredIds().size() + " sessions restored, "
                    + done.presentIds().size() + " were there already");
        }
        out.flush();
        return 0;
    }
}
