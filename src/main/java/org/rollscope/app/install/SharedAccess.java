package org.rollscope.app.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.AccessException;
import org.rollscope.access.HostName;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureRequest;
import org.rollscope.access.SecureSetup;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;

/**
 * Users, passwords and certificates for machines that watch: made once, renewed when names, the roller or the time ask for it, and
 * handed to who set it up.
 */
final class SharedAccess {
    /** Port of MQTT over TLS. */
    static final int TLS_PORT = 8883;

    /** The folder in the home of who set it up, to be copied to the machine that watches. */
    static final String HANDED_OUT = "rollscope-viewer";

    private static final int CERTIFICATE_DAYS = 825;
    private static final int RENEWED_WITHIN_DAYS = 60;
    private static final int MOST_HOSTS_COUNT = 20;
    private static final Path MOSQUITTO = Path.of("/etc/mosquitto/rollscope");
    /** The user may command and watch; for a screen that only watches there is the other. */
    private static final List<String> HANDED_USERS = List.of(ConnectionSettings.COACH, ConnectionSettings.VIEWER);

    private final Machine machine;
    private final SecureFolder secure;
    private final Path dataFolder;

    SharedAccess(Machine machine, LoadedSettings present, Path dataFolder) {
        this.machine = machine;
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
        String named = present.mqtt().secureFolder();
        secure = new SecureFolder(named.isEmpty() ? this.dataFolder.resolve("secure") : Path.of(named));
    }

    Path folder() {
        return secure.path();
    }

    /** What is to be done; nothing when all is as it must be. */
    List<SetupStep> steps(String rollerId, LoadedSettings settings, Instant now) throws AccessException {
        List<SetupStep> steps = new ArrayList<>();
        if (!secure.exists()) {
            SecureRequest request = request(machine.hosts(), rollerId, settings);
            steps.add(new SetupStep(
                    "make users, passwords and a certificate for " + words(request.hosts()) + " in " + secure.path(),
                    () -> {
                        new SecureSetup().make(request, false);
                        giveToService();
                    }));
        } else if (isRenewalDue(rollerId, now)) {
            Set<HostName> names = new LinkedHashSet<>(machine.hosts());
            names.addAll(secure.hosts());
            List<HostName> hosts = names.stream().limit(MOST_HOSTS_COUNT).toList();
            SecureRequest request = request(hosts, rollerId, settings);
            steps.add(new SetupStep(
                    "renew the certificate in " + secure.path() + " for " + words(hosts) + "; users and passwords stay",
                    () -> {
                        new SecureSetup().renew(request);
                        giveToService();
                    }));
        }
        Path copy = handedOut();
        if (copy != null && (!steps.isEmpty() || !Files.exists(copy))) {
            steps.add(new SetupStep(
                    "copy ca.crt and the passwords of " + String.join(" and ", HANDED_USERS) + " to " + copy, () -> {
                        SecureSetup.handOut(secure, copy, HANDED_USERS);
                        give(copy, copy.toAbsolutePath().getParent());
                    }));
        }
        return steps;
    }

    private boolean isRenewalDue(String rollerId, Instant now) throws AccessException {
        Instant end = secure.serverCertificate().getNotAfter().toInstant();
        return !secure.accounts().rollerIds().contains(rollerId)
                || !secure.hosts().containsAll(machine.hosts())
                || Duration.between(now, end).toDays() < RENEWED_WITHIN_DAYS;
    }

    private SecureRequest request(List<HostName> hosts, String rollerId, LoadedSettings settings) {
        return new SecureRequest(
                secure.path(), hosts, List.of(rollerId), CERTIFICATE_DAYS, settings.limits(), MOSQUITTO);
    }

    private static String words(List<HostName> hosts) {
        return String.join(", ", hosts.stream().map(HostName::text).toList());
    }

    private void giveToService() throws IOException {
        give(secure.path(), dataFolder);
    }

    /** Gives a folder and all in it to the owner of another: root makes files for the service, and for who called it. */
    private static void give(Path tree, @Nullable Path owned) throws IOException {
        if (owned == null || Files.getFileAttributeView(owned, PosixFileAttributeView.class) == null) {
            return;
        }
        PosixFileAttributes owner = Files.readAttributes(owned, PosixFileAttributes.class);
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                if (!view.getOwner().equals(owner.owner())) {
                    view.setOwner(owner.owner());
                    view.setGroup(owner.group());
                }
            }
        }
    }

    /** Where who set it up gets copies; null when root was no other user before. */
    private @Nullable Path handedOut() {
        String user = machine.invokingUser();
        if (user.isEmpty()) {
            return null;
        }
        HostTools.Ran ran = machine.tools().run("getent", "passwd", user);
        String[] fields = ran.output().strip().split(":", -1);
        return ran.isDone() && fields.length > 5 ? Path.of(fields[5], HANDED_OUT) : null;
    }

    /** The one command for the machine that watches. */
    List<String> next(int port) throws AccessException {
        List<HostName> hosts = machine.hosts();
        String name = hosts.stream()
                .map(HostName::text)
                .filter(host -> host.endsWith(".local"))
                .findFirst()
                .orElse(hosts.get(0).text());
        String user = machine.invokingUser();
        boolean handed = handedOut() != null;
        String files = handed ? HANDED_OUT : secure.path().toString();
        String passwords = handed ? files : files + "/passwords";
        List<String> lines = new ArrayList<>();
        lines.add((handed ? "scp -r " + user + "@" + name + ":" + HANDED_OUT + " . && " : "")
                + "rollscope viewer --mqtt mqtts://"
                + name + ":" + port + " --user " + ConnectionSettings.COACH + " --password-file " + passwords + "/"
                + ConnectionSettings.COACH + " --ca-file " + files + "/" + SecureFolder.CA_CERTIFICATE);
        List<HostName> others =
                hosts.stream().filter(host -> !host.text().equals(name)).toList();
        lines.add((others.isEmpty() ? "" : "where " + name + " is not known: " + words(others) + "; ")
                + "for a screen that only watches: --read-only --user " + ConnectionSettings.VIEWER
                + " --password-file " + passwords + "/" + ConnectionSettings.VIEWER);
        return lines;
    }
}
