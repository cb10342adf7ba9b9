package org.rollscope.app;

import java.nio.file.Path;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;

/**
 * The embedded broker alone in a process: {@code PORT [SECURE_FOLDER]}. SIGTERM ends it in order, as a service does; so does the
 * end of its standard input, so that none outlives its test.
 */
final class EmbeddedBrokerProgram {
    static final String READY = "the embedded broker is running";

    private EmbeddedBrokerProgram() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        BrokerSettings settings = arguments.length == 1
                ? BrokerSettings.onLoopback(port)
                : new BrokerSettings("0.0.0.0", port, BrokerLimits.USUAL, new SecureFolder(Path.of(arguments[1])));
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // nobody says anything
        }
        System.exit(0);
    }
}
