package org.rollscope.app.routine;

import java.util.List;
import java.util.Locale;
import org.rollscope.app.guide.RoutineGuide;
import org.rollscope.app.service.ServiceLaunch;
import org.rollscope.app.service.TypedOrders;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.session.FramePoint;

/** Lines that the athlete types: skip, end, pain, "it let go". <b>Threads.</b> One of its own. */
final class RoutineKeys implements ServiceLaunch.Alongside {
    static final String HELP = "keys, each with Enter: n = next muscle, q = end, 0 to 10 = pain, r = it let go";
    private static final long LOOK_EVERY_MS = 200;

    private final TypedLines lines;
    private final RoutineGuide guide;
    private final CommandReceiver desk;
    private final RoutineGuide.Told told;
    private final Thread thread = new Thread(this::obey, "routine-keys");
    private volatile boolean closing;
    private int lineCount;

    RoutineKeys(TypedLines lines, RoutineGuide guide, CommandReceiver desk, RoutineGuide.Told told) {
        this.lines = lines;
        this.guide = guide;
        this.desk = desk;
        this.told = told;
        thread.setDaemon(true);
        thread.start();
    }

    private void obey() {
        while (!closing && !lines.isOver()) {
            String line = lines.next(LOOK_EVERY_MS);
            if (line != null) {
                obey(line.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void obey(String line) {
        switch (line) {
            case "n" -> guide.skip();
            case "q" -> guide.end();
            default -> {
                RollerCommand command = line.isEmpty() ? null : TypedOrders.command(line);
                if (command == null) {
                    told.notice("'" + line + "' is not known; " + HELP);
                } else {
                    lineCount++;
                    desk.receive(new CommandRequest("routine-key-" + lineCount, "keyboard", command), new Said(told));
                }
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    /** An answer as a line. */
    private record Said(RoutineGuide.Told told) implements CommandReply {
        @Override
        public void answer(CommandAnswer answer) {
            told.notice(answer.message());
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            return false;
        }
    }
}
