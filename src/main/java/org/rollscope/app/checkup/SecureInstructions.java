package org.rollscope.app.checkup;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.rollscope.access.AccessException;
import org.rollscope.access.Account;
import org.rollscope.access.HostName;
import org.rollscope.access.SecureFolder;

/** What to copy where after {@code rollscope secure}; names files, never what is in them. */
final class SecureInstructions {
    private SecureInstructions() {}

    static void print(PrintWriter out, SecureFolder secure, Path mosquittoFolder) throws AccessException {
        List<String> hosts = secure.hosts().stream().map(HostName::text).toList();
        String until =
                secure.serverCertificate().getNotAfter().toInstant().toString().substring(0, 10);
        out.println("made " + secure.path() + ", which only you can read");
        out.println("certificate for " + String.join(", ", hosts) + "; holds until " + until);
        out.println("users "
                + String.join(
                        ", ",
                        secure.accounts().all().stream().map(Account::userName).toList()));
        printEmbedded(out, secure);
        printMosquitto(out, secure, mosquittoFolder);
        printClients(out, secure, hosts.get(0));
    }

    private static void printEmbedded(PrintWriter out, SecureFolder secure) {
        out.println();
        out.println("Rollscope's own broker: in rollscope.yaml, section mqtt, then start the service anew");
        out.println("  embedded_host: 0.0.0.0");
        out.println("  embedded_port: 8883");
        out.println("  secure_folder: " + secure.path());
    }

    private static void printMosquitto(PrintWriter out, SecureFolder secure, Path folder) {
        out.println();
        out.println("Or mosquitto, as root on its machine:");
        out.println("  install -d -o mosquitto -m 0700 " + folder);
        out.println("  cd " + secure.path());
        out.println("  install -o mosquitto -m 0600 server.crt server.key mosquitto/acl mosquitto/passwords " + folder);
        out.println("  install -m 0644 mosquitto/mosquitto.conf /etc/mosquitto/conf.d/rollscope.conf");
        out.println("  systemctl restart mosquitto");
    }

    private static void printClients(PrintWriter out, SecureFolder secure, String host) throws AccessException {
        List<String> rollers = secure.accounts().rollerIds();
        String roller = rollers.isEmpty() ? "ROLLER" : rollers.get(0);
        out.println();
        out.println(
                "Copy to each machine that connects: ca.crt and the file of its user in passwords/, mode 0600. Then there:");
        out.println("  rollscope service --mqtt mqtts://" + host + ":8883 --user " + roller + " --password-file "
                + roller + " --ca-file ca.crt");
        out.println("  rollscope viewer --mqtt mqtts://" + host
                + ":8883 --user viewer --password-file viewer --ca-file ca.crt");
        out.println("ca.key signs certificates; nobody needs a copy.");
    }
}
