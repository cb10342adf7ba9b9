package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.LoopbackPort;

/** The demonstration's window commands it, so it must obey, as a service does. */
@Timeout(120)
class DemoObeysIT {
    private static final String ROLLER = "simulated";

    @TempDir
    private Path folder;

    @Test
    void aDemonstrationObeysCommands() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Process demo = BuiltProgram.rollscope(
                        "demo",
                        "--headless",
                        "--seconds",
                        "90",
                        "--mqtt-port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("data").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("demo.err").toFile())
                .start();
        String broker = "mqtt://127.0.0.1:" + port;
        try {
            Await.until(
                    "the demonstration",
                    () -> Ran.of("command", "start", "--roller", ROLLER, "--mqtt", broker)
                                    .exitCode()
                            != 3);
            Await.until(
                    "a marker",
                    () -> Ran.of("command", "marker", "--roller", ROLLER, "--mqtt", broker)
                                    .exitCode()
                            == 0);
            Ran refused = Ran.of("command", "pain", "pain_nrs=11", "--roller", ROLLER, "--mqtt", broker);
            assertEquals(1, refused.exitCode(), refused.out() + refused.err());
            assertTrue(refused.out().contains("pain_nrs must be a number 0..10"), refused.out());
        } finally {
            demo.destroyForcibly().waitFor();
        }
    }
}
