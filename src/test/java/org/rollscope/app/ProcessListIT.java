package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;

/** What others on this machine can see of our processes while they use passwords: no password in any argument or environment. */
class ProcessListIT {
    private static final long LONGEST_S = 60;
    /** Programs that make keys run for a second. */
    private static final long LOOK_NS = 5_000_000;

    @TempDir
    private Path folder;

    /** Looks at all processes that this one started, and at those that they started, again and again. */
    private static final class Watch implements AutoCloseable {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final Thread thread = new Thread(this::look, "watch");
        private volatile boolean closing;

        Watch() {
            thread.setDaemon(true);
            thread.start();
        }

        private void look() {
            while (!closing) {
                ProcessHandle.current().descendants().forEach(process -> {
                    for (String part : List.of("cmdline", "environ")) {
                        try {
                            String text = Files.readString(Path.of("/proc", Long.toString(process.pid()), part));
                            seen.add(text.replace('\0', ' '));
                        } catch (IOException gone) {
                            // it ended meanwhile
                        }
                    }
                });
                LockSupport.parkNanos(LOOK_NS);
            }
        }

        boolean saw(String part) {
            return seen.stream().anyMatch(text -> text.contains(part));
        }

        @Override
        public void close() throws InterruptedException {
            closing = true;
            thread.join();
        }
    }

    private Process start(String name, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        ProcessBuilder builder = BuiltProgram.rollscope(all.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".said").toFile());
        builder.environment().remove("DISPLAY"); // no window is wanted
        return builder.start();
    }

    private String said(String name) {
        try {
            return Files.readString(folder.resolve(name + ".said"));
        } catch (IOException none) {
            return "";
        }
    }

    private static void awaitEnd(Process process) throws InterruptedException {
        assertTrue(process.waitFor(LONGEST_S, TimeUnit.SECONDS), "a process goes on");
    }

    @Test
    void noPasswordIsInTheListOfProcesses() throws Exception {
        List<Process> started = new ArrayList<>();
        try (Watch watch = new Watch()) {
            Process secure = start("secure", List.of("secure", "--host", "localhost", "--roller", "roller-1"));
            started.add(secure);
            awaitEnd(secure);
            assertEquals(0, secure.exitValue(), said("secure"));
            assertTrue(watch.saw("keytool"), "the program that makes keys was not seen, so neither would a password");
            SecureFolder users = new SecureFolder(folder.resolve("data/secure"));
            useLogins(users, started);
            for (String word : List.of(" service ", " command ", " viewer ")) {
                assertTrue(watch.saw(word), "not seen:" + word);
            }
            int passwordCount = 0;
            try (Stream<Path> files = Files.list(users.path().resolve("passwords"))) {
                for (Path file : files.toList()) {
                    String password = Files.readString(file).strip();
                    assertTrue(!watch.saw(password), file.getFileName() + "'s password can be seen");
                    passwordCount++;
                }
            }
            assertEquals(4, passwordCount);
        } finally {
            for (Process process : started) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** A service that has logged in, a command that it answers, and a viewer, which finds no display. */
    private void useLogins(SecureFolder users, List<Process> started) throws Exception {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new BrokerSettings("0.0.0.0", 0, BrokerLimits.USUAL, users))) {
            started.add(start("service", as("roller-1", users, broker, "service", "--source", "sim:still?seed=4")));
            Await.until("the login of the service", () -> said("service").contains("connected to"));
            Process command = start("command", as("coach", users, broker, "command", "marker"));
            Process viewer = start("viewer", as("viewer", users, broker, "viewer"));
            started.addAll(List.of(command, viewer));
            awaitEnd(command);
            assertTrue(command.exitValue() <= CommandFailure.WORK_FAILED, said("command")); // answered, either way
            awaitEnd(viewer);
        }
    }

    private static List<String> as(String user, SecureFolder users, EmbeddedBroker broker, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--mqtt", broker.uri(), "--user", user));
        all.addAll(List.of("--password-file", users.passwordFile(user).toString()));
        all.addAll(List.of("--ca-file", users.caFile().toString()));
        return all;
    }
}
