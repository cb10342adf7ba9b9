package org.rollscope.app.remote;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.BrokerTrial;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.viewer.connect.BrokerLogin;
import org.rollscope.viewer.connect.ConnectionException;
import org.rollscope.viewer.connect.Connections;
import org.rollscope.viewer.connect.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The brokers that a viewer can choose among: those of this machine that answer, and those used before, which a folder keeps with their
 * passwords.
 *
 * <p>A password lies in a file of its own that only this user can read; one that is not to be kept is deleted when the viewer
 * ends. <b>Threads.</b> Any, one at a time.
 */
final class BrokerPlaces implements Connections {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPlaces.class);
    private static final int REMEMBERED_LIMIT_COUNT = 8;
    /** Another machine's broker may be far; one of this machine answers at once or not at all. */
    private static final int ANSWER_MS = 300;
    /** A service whose port is taken uses one of the next. */
    private static final int PORTS_TRIED_COUNT = 6;

    private final Path folder;
    private final ConnectionSettings configured;
    private final String role;
    private final boolean readOnly;
    private final HostClock clock;

    /**
     * Speaks to nobody yet.
     *
     * @param folder where logins are kept; need not be there yet.
     * @param configured the settings of this machine.
     * @param role as which to log in at this machine's own broker; one of {@link ConnectionSettings}.
     * @param readOnly whether the window only looks.
     * @param clock of the host.
     */
    BrokerPlaces(Path folder, ConnectionSettings configured, String role, boolean readOnly, HostClock clock) {
        this.folder = folder;
        this.configured = configured;
        this.role = role;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /** The ways to a broker whose login the command line or the settings gave. */
    Link link(MqttSettings broker) {
        return link(login(broker), broker);
    }

    private static BrokerLogin login(MqttSettings broker) {
        Path ca = broker.caFile();
        String user = broker.userName();
        return new BrokerLogin(broker.address(), user == null ? "" : user, ca == null ? "" : ca.toString());
    }

    private Link link(BrokerLogin login, MqttSettings broker) {
        return new Link(
                login,
                new PahoMetricsFeed(broker, clock),
                readOnly ? null : new PahoCommandSender(broker, "viewer", clock));
    }

    @Override
    public List<BrokerLogin> find() {
        Set<BrokerLogin> found = new LinkedHashSet<>();
        MqttSettings own = configured.forClient(role);
        BrokerLogin ownLogin = login(own);
        if (answers(ownLogin.host(), ownLogin.port())) {
            found.add(ownLogin);
        }
        for (int port = BrokerLogin.PLAIN_PORT; port < BrokerLogin.PLAIN_PORT + PORTS_TRIED_COUNT; port++) {
            BrokerLogin login = new BrokerLogin("mqtt://127.0.0.1:" + port, "", "");
            boolean known = found.stream().anyMatch(other -> other.port() == login.port() && isHere(other.host()));
            if (!known && answers(login.host(), port)) {
                found.add(login);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.");
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), ANSWER_MS);
            return true;
        } catch (IOException | IllegalArgumentException silent) {
            return false;
        }
    }

    @Override
    public String tryOut(BrokerLogin login, String password) {
        Path passing = null;
        try {
            if (!password.isEmpty()) {
                passing = passing(password);
            }
            return BrokerTrial.words(settings(login, passing == null ? keptPassword(login) : passing));
        } catch (IOException refused) {
            return "the password cannot be put down: " + refused.getMessage();
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "stopped";
        } finally {
            delete(passing);
        }
    }

    @Override
    public Link open(BrokerLogin login, String password, boolean keep) throws ConnectionException {
        try {
            Path file = keptPassword(login);
            if (!password.isEmpty()) {
                file = keep ? keptFile(login) : passing(password);
                if (keep) {
                    writeSecret(file, password);
                } else {
                    file.toFile().deleteOnExit();
                }
            }
            if (keep) {
                remember(login);
            }
            return link(login, settings(login, file));
        } catch (IOException refused) {
            throw new ConnectionException(
                    "the login cannot be kept in " + folder + ": " + refused.getMessage(), refused);
        } catch (IllegalArgumentException wrong) {
            throw new ConnectionException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private MqttSettings settings(BrokerLogin login, @Nullable Path passwordFile) {
        MqttSettings own = configured.forClient(role);
        if (passwordFile == null && login(own).equals(login)) {
            // this machine's own broker: its login is in the settings
            return own;
        }
        MqttSettings plain = MqttSettings.of(login.address());
        MqttSettings trusting = login.caFile().isEmpty() ? plain : plain.withCaFile(Path.of(login.caFile()));
        if (login.userName().isEmpty()) {
            return trusting;
        }
        if (passwordFile == null) {
            throw new IllegalArgumentException("the password of " + login.userName() + " is missing");
        }
        return trusting.withLogin(login.userName(), passwordFile);
    }

    @Override
    public List<BrokerLogin> remembered() {
        Properties kept = new Properties();
        Path list = folder.resolve("brokers.properties");
        if (!Files.isReadable(list)) {
            return List.of();
        }
        List<BrokerLogin> logins = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(list)) {
            kept.load(reader);
            for (int index = 1; kept.containsKey("broker." + index + ".address"); index++) {
                String prefix = "broker." + index;
                logins.add(new BrokerLogin(
                        kept.getProperty(prefix + ".address"),
                        kept.getProperty(prefix + ".user", ""),
                        kept.getProperty(prefix + ".ca_file", "")));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("cannot read all brokers in {}: {}", list, unreadable.getMessage());
        }
        return logins;
    }

    private void remember(BrokerLogin login) throws IOException {
        List<BrokerLogin> logins = new ArrayList<>(List.of(login));
        remembered().stream().filter(other -> !other.equals(login)).forEach(logins::add);
        write(logins.subList(0, Math.min(REMEMBERED_LIMIT_COUNT, logins.size())));
    }

    @Override
    public void forget(BrokerLogin login) {
        try {
            write(remembered().stream().filter(other -> !other.equals(login)).toList());
        } catch (IOException refused) {
            LOG.warn("cannot forget {}: {}", login.address(), refused.getMessage());
        }
        delete(keptFile(login));
    }

    private void write(List<BrokerLogin> logins) throws IOException {
        Properties kept = new Properties();
        for (int index = 0; index < logins.size(); index++) {
            String prefix = "broker." + (index + 1);
            kept.setProperty(prefix + ".address", logins.get(index).address());
            kept.setProperty(prefix + ".user", logins.get(index).userName());
            kept.setProperty(prefix + ".ca_file", logins.get(index).caFile());
        }
        StringWriter words = new StringWriter();
        kept.store(words, "Brokers that the viewer has used");
        Files.createDirectories(folder);
        Path half = folder.resolve("brokers.properties.new");
        Files.writeString(half, words.toString());
        Files.move(half, folder.resolve("brokers.properties"), StandardCopyOption.REPLACE_EXISTING);
    }

    private @Nullable Path keptPassword(BrokerLogin login) {
        Path file = keptFile(login);
        return Files.isReadable(file) ? file : null;
    }

    private Path keptFile(BrokerLogin login) {
        String name =
                (login.userName() + "-at-" + login.host() + "-" + login.port()).replaceAll("[^A-Za-z0-9._-]", "_");
        return folder.resolve(name + ".password");
    }

    private Path passing(String password) throws IOException {
        Path file = Files.createTempFile("rollscope", ".password"); // only its owner can read it
        Files.writeString(file, password + "\n");
        return file;
    }

    private void writeSecret(Path file, String password) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } else {
            Files.writeString(file, password + "\n"); // below the user's own folder, which others cannot enter
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            LOG.warn("cannot delete {}: {}", file, stays.getMessage());
        }
    }
}
