package org.rollscope.app.checkup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollscope.access.AccessException;
import org.rollscope.access.SecureFolder;
import org.rollscope.app.shell.ConnectionSettings;

/** The doctor's look at users and certificates. */
final class SecureCheckup {
    private static final long SOON_DAYS = 30;

    private SecureCheckup() {}

    /** How who is let in is decided; nothing when only this machine is. */
    static List<Finding> of(ConnectionSettings connection, String rollerId, Instant now) {
        if (connection.sendsPasswordInClear()) {
            return List.of(Finding.warn(
                    "secure",
                    "the password for " + connection.broker()
                            + " crosses the network in the clear; use mqtts:// (rollscope secure makes certificates)"));
        }
        SecureFolder folder = connection.secured();
        if (folder == null || !connection.broker().equals(ConnectionSettings.EMBEDDED)) {
            return List.of();
        }
        try {
            return List.of(of(folder, rollerId, now));
        } catch (AccessException unusable) {
            return List.of(Finding.fail("secure", String.valueOf(unusable.getMessage())));
        }
    }

    private static Finding of(SecureFolder folder, String rollerId, Instant now) throws AccessException {
        folder.serverTls();
        List<Path> open = folder.openToOthers();
        if (!open.isEmpty()) {
            return Finding.fail(
                    "secure", open.get(0) + " can be read by others on this machine: chmod -R go-rwx " + folder.path());
        }
        if (!folder.accounts().rollerIds().contains(rollerId)) {
            return Finding.fail(
                    "secure",
                    folder.path() + " has no user for the roller " + rollerId
                            + "; add it: rollscope secure --renew --roller " + rollerId);
        }
        Instant end = folder.serverCertificate().getNotAfter().toInstant();
        long leftDays = Duration.between(now, end).toDays();
        String day = end.toString().substring(0, 10);
        if (!end.isAfter(now)) {
            return Finding.fail("secure", "the broker's certificate ended on " + day + "; rollscope secure --renew");
        }
        return leftDays < SOON_DAYS
                ? Finding.warn(
                        "secure", "the broker's certificate ends in " + leftDays + " days; rollscope secure --renew")
                : Finding.ok("secure", folder.accounts().all().size() + " users, certificate until " + day);
    }
}
