package org.rollscope.app.service;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.session.FramePoint;

/**
 * What somebody types beside a running service, or a foot switch that acts as a keyboard: each line is a command.
 *
 * <p><b>Threads.</b> One daemon thread of its own waits for lines; answers come on the desk's threads.
 */
public final class TypedOrders implements AutoCloseable {
    static final String HELP =
            "keys, each with Enter: s or Enter alone = sync, m = marker, 0 to 10 = pain, r = it let go";

    private static final long LOOK_EVERY_MS = 200;

    private final TypedLines lines;
    private final CommandReceiver desk;
    private final PrintWriter err;
    private final Thread thread = new Thread(this::obey, "typed-orders");
    private volatile boolean closing;
    private int lineCount;

    TypedOrders(TypedLines lines, CommandReceiver desk, PrintWriter err) {
        this.lines = lines;
        this.desk = desk;
        this.err = err;
        thread.setDaemon(true);
    }

    void start() {
        say(HELP);
        thread.start();
    }

    private void obey() {
        while (!closing && !lines.isOver()) {
            String line = lines.next(LOOK_EVERY_MS);
            if (line != null) {
                obey(line);
            }
        }
    }

    private void obey(String line) {
        RollerCommand command = command(line);
        if (command == null) {
            say("'" + line + "' is not known; " + HELP);
            return;
        }
        lineCount++;
        desk.receive(new CommandRequest("typed-" + lineCount, "keyboard", command), new Printed(this));
    }

    /** What a line means; null when it means nothing. */
    public static @Nullable RollerCommand command(String line) {
        return switch (line.toLowerCase(Locale.ROOT)) {
            case "", "s" -> new RollerCommand.Sync();
            case "m" -> new RollerCommand.Marker(null);
            case "r" -> new RollerCommand.FeltRelease();
            default -> line.matches("[0-9]|10") ? new RollerCommand.Pain(Integer.parseInt(line)) : null;
        };
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    /** An answer as a line. */
    private record Printed(TypedOrders orders) implements CommandReply {
        @Override
        public void answer(CommandAnswer answer) {
            orders.say(answer.message());
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            return false;
        }
    }
}
