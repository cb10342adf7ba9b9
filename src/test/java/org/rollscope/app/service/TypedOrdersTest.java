package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.RollerCommand;

class TypedOrdersTest {
    @Test
    void eachLineIsACommandAndWhatIsUnknownIsSaid() throws InterruptedException {
        LinkedBlockingQueue<RollerCommand> received = new LinkedBlockingQueue<>();
        StringWriter said = new StringWriter();
        TypedLines lines =
                new TypedLines(new ByteArrayInputStream("\ns\nM\n7\n10\n11\nx\nr\n".getBytes(StandardCharsets.UTF_8)));
        TypedOrders orders = new TypedOrders(
                lines,
                (request, reply) -> {
                    received.add(request.command());
                    reply.answer(CommandAnswer.done("done " + request.commandId()));
                },
                new PrintWriter(said));
        orders.start();
        List<RollerCommand> commands = new ArrayList<>();
        for (int count = 0; count < 6; count++) {
            commands.add(received.poll(10, TimeUnit.SECONDS));
        }
        orders.close();
        assertEquals(
                List.of(
                        new RollerCommand.Sync(),
                        new RollerCommand.Sync(),
                        new RollerCommand.Marker(null),
                        new RollerCommand.Pain(7),
                        new RollerCommand.Pain(10),
                        new RollerCommand.FeltRelease()),
                commands);
        List<String> out = said.toString().lines().toList();
        assertEquals("'11' is not known; " + TypedOrders.HELP, out.get(6));
        assertEquals("'x' is not known; " + TypedOrders.HELP, out.get(7));
    }
}
