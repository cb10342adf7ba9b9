package org.rollscope.app.checkup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.AccessException;
import org.rollscope.access.Account;
import org.rollscope.access.HostName;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureRequest;
import org.rollscope.access.SecureSetup;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes what a broker needs before other machines may reach it. */
@Command(
        name = "secure",
        description = {
            "Make certificates, users and passwords for a broker that other machines reach.",
            "Users: one for each roller (it writes its own topics only), coach (reads all, commands),",
            "viewer (reads), researcher (reads all). For the embedded broker and for mosquitto."
        },
        footer = {"", "Passwords are drawn, lie in files that only you can read, and are never shown."})
public final class SecureCommand implements Callable<Integer> {
    private static final String SCHEMA = "rollscope.secure/1";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to (default: secure in the data folder)")
    private @Nullable Path out;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "name or address of the broker's machine; may be repeated (default: this machine's; with --renew"
                            + " those of before)")
    private List<String> hosts = List.of();

    @Option(
            names = "--roller",
            paramLabel = "ID",
            description = "a roller of this broker; may be repeated (default: roller_id of the settings)")
    private List<String> rollers = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "825",
            description = "how long the broker's certificate holds, 1 to 3650 (default 825)")
    private int days;

    @Option(
            names = "--mosquitto-folder",
            paramLabel = "DIR",
            defaultValue = "/etc/mosquitto/rollscope",
            description = "where mosquitto's files will lie on its machine (default /etc/mosquitto/rollscope)")
    private Path mosquittoFolder = Path.of("/etc/mosquitto/rollscope");

    @Option(names = "--renew", description = "a new certificate and new rollers; authority, users and passwords stay")
    private boolean renew;

    @Option(names = "--force", description = "replace everything that was made before")
    private boolean force;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        if (renew && force) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--renew keeps and --force replaces: give one of them");
        }
        Path folder = (out == null ? common.dataFolder().resolve("secure") : out)
                .toAbsolutePath()
                .normalize();
        SecureFolder secure = new SecureFolder(folder);
        try {
            SecureRequest request = request(secure);
            SecureSetup setup = new SecureSetup();
            if (renew) {
                setup.renew(request);
            } else {
                setup.make(request, force);
            }
            tell(secure);
        } catch (AccessException failed) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, String.valueOf(failed.getMessage()), failed);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--" + wrong.getMessage(), wrong);
        }
        return 0;
    }

    private SecureRequest request(SecureFolder secure) throws AccessException, SettingsException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        List<HostName> names =
                !hosts.isEmpty() ? hosts.stream().map(HostName::new).toList() : renew ? secure.hosts() : OwnHosts.all();
        List<String> ids = !rollers.isEmpty()
                ? rollers
                : renew ? List.of() : List.of(settings.core().rollerId());
        return new SecureRequest(secure.path(), names, ids, days, settings.limits(), mosquittoFolder);
    }

    private void tell(SecureFolder secure) throws AccessException {
        PrintWriter to = common.commandLine().getOut();
        if (common.json()) {
            to.println(JsonOutput.text(document(secure)));
        } else {
            SecureInstructions.print(to, secure, mosquittoFolder);
        }
        to.flush();
    }

    private static ObjectNode document(SecureFolder secure) throws AccessException {
        X509Certificate certificate = secure.serverCertificate();
        ObjectNode document = JsonOutput.object()
                .put("schema", SCHEMA)
                .put("folder", secure.path().toString())
                .put("ca_file", secure.caFile().toString())
                .put("certificate_until", certificate.getNotAfter().toInstant().toString());
        ArrayNode hosts = document.putArray("hosts");
        secure.hosts().forEach(host -> hosts.add(host.text()));
        ArrayNode users = document.putArray("users");
        for (Account account : secure.accounts().all()) {
            users.addObject()
                    .put("user_name", account.userName())
                    .put("role", account.role().word())
                    .put(
                            "password_file",
                            secure.passwordFile(account.userName()).toString());
        }
        return document;
    }
}
