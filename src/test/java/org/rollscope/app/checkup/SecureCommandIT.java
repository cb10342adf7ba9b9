package org.rollscope.app.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.app.Ran;
import org.rollscope.app.SettingsCopy;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.broker.LoopbackPort;

@Timeout(180)
class SecureCommandIT {
    @TempDir
    private Path folder;

    private SettingsCopy settings;
    private Path config;
    private Path data;
    private Path secure;
    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void copyTheShippedSettings() throws IOException {
        settings = new SettingsCopy(folder.resolve("config"));
        config = settings.folder();
        data = folder.resolve("data");
        secure = data.resolve("secure");
    }

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString(), "--data", data.toString()));
        Ran ran = Ran.of(all.toArray(String[]::new));
        said.append(ran.out()).append(ran.err());
        return ran;
    }

    private Map<String, String> passwords() throws IOException {
        Map<String, String> passwords = new TreeMap<>();
        try (Stream<Path> files = Files.list(secure.resolve("passwords"))) {
            for (Path file : files.toList()) {
                passwords.put(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        }
        return passwords;
    }

    @Test
    void itSaysWhatToCopyWhereAndShowsNoPassword() throws Exception {
        Ran ran = run("secure", "--host", "gym.local", "--roller", "left", "--roller", "right");
        assertEquals(0, ran.exitCode(), ran.err());
        for (String words : List.of(
                "made " + secure,
                "certificate for gym.local, localhost",
                "users left, right, coach, viewer, researcher",
                "secure_folder: " + secure,
                "mqtts://gym.local:8883 --user left",
                "/etc/mosquitto/rollscope",
                "ca.key")) {
            assertTrue(ran.out().contains(words), words + " in " + ran.out());
        }
        Map<String, String> passwords = passwords();
        assertEquals(List.of("coach", "left", "researcher", "right", "viewer"), List.copyOf(passwords.keySet()));
        assertEquals(5, passwords.values().stream().distinct().count());
        passwords.values().forEach(password -> {
            assertTrue(password.length() >= 20, "a password is short");
            assertFalse(ran.out().contains(password), "a password is shown");
        });
        Ran again = run("secure");
        assertEquals(CommandFailure.WORK_FAILED, again.exitCode());
        assertTrue(again.err().contains("--renew"), again.err());
        JsonNode renewed = new ObjectMapper()
                .readTree(
                        run("secure", "--renew", "--roller", "third", "--json").out());
        assertEquals("rollscope.secure/1", renewed.get("schema").asText());
        assertEquals("gym.local", renewed.get("hosts").get(0).asText());
        assertEquals("third", renewed.get("users").get(5).get("user_name").asText());
        passwords.forEach((user, password) -> {
            try {
                assertEquals(password, passwords().get(user));
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "--roller, Coach,  --roller must match",
        "--roller, coach,  --roller must not be called 'coach'",
        "--days,   0,      --days must be 1..3650",
        "--host,   a b,    --host must be a name or an address",
        "--host,   '*.x',  --host must be a name or an address"
    })
    void wrongUsageIsOneLineAndMakesNothing(String option, String value, String words) {
        Ran ran = run("secure", option, value);
        assertEquals(CommandFailure.WRONG_USAGE, ran.exitCode());
        assertTrue(ran.err().startsWith("rollscope: " + words), ran.err());
        assertFalse(Files.exists(secure));
    }

    @Test
    void theEmbeddedBrokerLeavesLoopbackOnlyWithUsersAndTls() throws Exception {
        settings.set("embedded_host", "0.0.0.0");
        Ran refused = run("config", "check");
        assertEquals(CommandFailure.WRONG_USAGE, refused.exitCode());
        assertEquals(
                1,
                refused.out()
                        .lines()
                        .filter(line -> line.contains("secure_folder"))
                        .count(),
                refused.out());
        assertTrue(refused.out().contains("rollscope.yaml:"), refused.out());
        settings.set("secure_folder", secure.toString());
        assertEquals(0, run("config", "check").exitCode());
    }

    @Test
    void theDoctorSaysWhatIsWrongWithUsersAndCertificates() throws Exception {
        settings.set("secure_folder", secure.toString());
        assertTrue(run("doctor").out().contains("FAIL  secure"), "no folder");
        run("secure", "--days", "10");
        assertTrue(run("doctor").out().contains("ends in 9 days; rollscope secure --renew"), said.toString());
        run("secure", "--renew");
        assertTrue(run("doctor").out().contains("4 users, certificate until "), said.toString());
        Files.setPosixFilePermissions(secure.resolve("server.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(run("doctor").out().contains("server.key can be read by others"), said.toString());
        settings.set("secure_folder", "\"\"");
        settings.set("broker", "mqtt://gym.example:1883");
        settings.set("user_name", "roller-1");
        settings.set("password_file", secure.resolve("passwords/roller-1").toString());
        assertTrue(run("doctor").out().contains("crosses the network in the clear"), said.toString());
    }

    /** A service with login at its own broker, one that is refused outside, and everything that can be asked afterwards. */
    @Test
    void noSecretIsInAnyOutputLogStateOrArchive() throws Exception {
        run("secure", "--roller", "roller-1");
        settings.set("secure_folder", secure.toString());
        settings.set("embedded_port", Integer.toString(LoopbackPort.freeFrom("127.0.0.1", 0)));
        Ran service = run("service", "--source", "sim:hurried?seed=3&seconds=6", "--verbose");
        assertEquals(0, service.exitCode(), service.err());
        assertTrue(service.err().contains("MQTT at mqtts://127.0.0.1:"), service.err());
        assertTrue(service.err().contains("connected to 127.0.0.1:"), service.err());

        Path wrong = Files.writeString(folder.resolve("wrong"), "an-unlucky-password\n");
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        run(
                "service",
                "--source",
                "sim:hurried?seed=3&seconds=2",
                "--mqtt",
                "mqtt://127.0.0.1:" + port,
                "--user",
                "somebody",
                "--password-file",
                wrong.toString(),
                "--verbose");
        String id = new ObjectMapper()
                .readTree(run("sessions", "list", "--json").out())
                .at("/sessions/0/session_id")
                .asText();
        for (String[] command : new String[][] {
            {"config", "check"},
            {"config", "check", "--json"},
            {"doctor"},
            {"doctor", "--json"},
            {"status"},
            {"sessions", "list"},
            {"sessions", "show", id, "--json"},
            {"analyse", id, "--json"},
            {"sessions", "backup", folder.resolve("backup").toString()},
            {"secure"},
            {"secure", "--renew", "--json"}
        }) {
            run(command);
        }
        List<String> secrets = new ArrayList<>(passwords().values());
        secrets.add("an-unlucky-password");
        for (String line : Files.readAllLines(secure.resolve("users"))) {
            if (!line.startsWith("#")) {
                secrets.add(line.substring(line.indexOf("$7$")));
            }
        }
        secrets.add(Files.readAllLines(secure.resolve("server.key")).get(1));
        secrets.add(Files.readAllLines(secure.resolve("ca.key")).get(1));
        Map<String, String> places = new TreeMap<>(Map.of("output and log", said.toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(secure) && !file.equals(wrong)) {
                    places.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertTrue(
                places.keySet().stream().anyMatch(place -> place.endsWith(".db") || place.contains("rollscope")),
                "no archive");
        assertTrue(
                places.containsKey(folder.resolve("backup").toString()),
                places.keySet().toString());
        places.forEach((place, content) -> {
            for (String secret : secrets) {
                assertFalse(content.contains(secret), "a secret is in " + place);
            }
        });
    }
}
