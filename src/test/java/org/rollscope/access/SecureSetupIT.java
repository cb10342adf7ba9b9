package org.rollscope.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real keytool. */
class SecureSetupIT {
    @TempDir
    private Path temporary;

    private SecureRequest request(List<String> hosts, List<String> rollers) {
        return new SecureRequest(
                temporary.resolve("secure"),
                hosts.stream().map(HostName::new).toList(),
                rollers,
                90,
                BrokerLimits.USUAL,
                Path.of("/etc/mosquitto/rollscope"));
    }

    private static Map<String, String> contents(Path folder) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void everySecretIsItsOwnersOnlyAndNothingElseIsLeft() throws Exception {
        new SecureSetup().make(request(List.of("pi.local", "192.168.1.7"), List.of("roller-1")), false);
        SecureFolder folder = new SecureFolder(temporary.resolve("secure"));
        assertEquals(
                List.of(
                        "ca.crt",
                        "ca.key",
                        "mosquitto/acl",
                        "mosquitto/mosquitto.conf",
                        "mosquitto/passwords",
                        "passwords/coach",
                        "passwords/researcher",
                        "passwords/roller-1",
                        "passwords/viewer",
                        "server.crt",
                        "server.key",
                        "users"),
                List.copyOf(contents(folder.path()).keySet()));
        try (Stream<Path> all = Files.walk(folder.path())) {
            for (Path one : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(one));
                String expected = Files.isDirectory(one)
                        ? "rwx------"
                        : one.toString().endsWith(".crt") ? "rw-r--r--" : "rw-------";
                assertEquals(expected, mode, one.toString());
            }
        }
        assertEquals(List.of(), folder.openToOthers());
        Files.setPosixFilePermissions(folder.passwordFile("coach"), PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(List.of(folder.passwordFile("coach")), folder.openToOthers());
    }

    @Test
    void theCertificateIsSignedNamesTheHostsAndHoldsAsLongAsAsked() throws Exception {
        new SecureSetup().make(request(List.of("pi.local", "192.168.1.7"), List.of("roller-1")), false);
        SecureFolder folder = new SecureFolder(temporary.resolve("secure"));
        var server = folder.serverCertificate();
        server.verify(folder.authority().certificate().getPublicKey());
        assertEquals(-1, server.getBasicConstraints());
        assertEquals(0, folder.authority().certificate().getBasicConstraints());
        assertEquals(
                List.of("pi.local", "192.168.1.7", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"),
                folder.hosts().stream().map(HostName::text).toList());
        Duration life = Duration.between(
                server.getNotBefore().toInstant(), server.getNotAfter().toInstant());
        assertEquals(91, life.toDays());
    }

    @Test
    void whatIsThereIsOnlyReplacedWhenAsked() throws Exception {
        new SecureSetup().make(request(List.of(), List.of("roller-1")), false);
        Path folder = temporary.resolve("secure");
        Map<String, String> first = contents(folder);
        AccessException refused = assertThrows(
                AccessException.class, () -> new SecureSetup().make(request(List.of(), List.of("roller-1")), false));
        assertTrue(
                refused.getMessage().contains("--renew") && refused.getMessage().contains("--force"));
        assertEquals(first, contents(folder));

        new SecureSetup().make(request(List.of(), List.of("roller-9")), true);
        Map<String, String> second = contents(folder);
        assertFalse(second.containsKey("passwords/roller-1"));
        for (String name : List.of("ca.crt", "ca.key", "server.key", "passwords/coach")) {
            assertNotEquals(first.get(name), second.get(name), name);
        }
    }

    @Test
    void renewingKeepsAuthorityAndPasswordsAndAddsRollers() throws Exception {
        new SecureSetup().make(request(List.of("pi.local"), List.of("roller-1")), false);
        Path folder = temporary.resolve("secure");
        Map<String, String> first = contents(folder);
        new SecureSetup().renew(request(List.of("pi.local", "gym.local"), List.of("roller-1", "roller-2")));
        Map<String, String> second = contents(folder);
        for (String name : List.of("ca.crt", "ca.key", "passwords/coach", "passwords/roller-1")) {
            assertEquals(first.get(name), second.get(name), name);
        }
        assertNotEquals(first.get("server.crt"), second.get("server.crt"));
        assertNotEquals(first.get("server.key"), second.get("server.key"));
        SecureFolder renewed = new SecureFolder(folder);
        renewed.serverCertificate().verify(renewed.authority().certificate().getPublicKey());
        assertEquals(List.of("roller-1", "roller-2"), renewed.accounts().rollerIds());
        assertTrue(renewed.accounts()
                .fits("roller-2", second.get("passwords/roller-2").strip()));
        assertTrue(renewed.accounts().fits("coach", first.get("passwords/coach").strip()));
    }

    @Test
    void aFolderOfOtherThingsIsLeftAlone() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("secure"));
        Files.writeString(folder.resolve("holiday.jpg"), "sun");
        var before = Files.getPosixFilePermissions(folder);
        for (boolean overwrite : new boolean[] {false, true}) {
            AccessException refused = assertThrows(
                    AccessException.class, () -> new SecureSetup().make(request(List.of(), List.of("r")), overwrite));
            assertTrue(refused.getMessage().contains("--out"), refused.getMessage());
        }
        assertEquals(before, Files.getPosixFilePermissions(folder));
        assertEquals(Map.of("holiday.jpg", "sun"), contents(folder));
        assertThrows(AccessException.class, () -> new SecureSetup().renew(request(List.of(), List.of("r"))));
    }
}
