package org.rollscope.app.service;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.guide.RoutineDesk;
import org.rollscope.app.shell.BrokerChoice;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.command.CommandReceiver;
import org.rollscope.config.AthleteFolder;
import org.rollscope.mqtt.CommandInlet;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.session.ArchiveException;

/**
 * Runs a service in the foreground: settings, broker, source, archive and state joined, from a command's options.
 *
 * @param common folders.
 * @param settings read and checked.
 * @param connection the broker.
 * @param opened the roller.
 * @param keys lines that somebody types; null when nobody does.
 * @param err where people read what goes on.
 */
public record ServiceLaunch(
        CommonOptions common,
        LoadedSettings settings,
        ConnectionSettings connection,
        OpenedSource opened,
        @Nullable TypedLines keys,
        PrintWriter err) {
    /** What goes on beside it. */
    public interface Alongside {
        /** Ends it. */
        void close();
    }

    /** Lets somebody in. */
    public interface Host {
        /**
         * The service is about to run.
         *
         * @param desk takes commands.
         * @param routines guides.
         * @param stop ends the service.
         */
        Alongside receive(CommandReceiver desk, RoutineDesk routines, Runnable stop);
    }

    /**
     * Runs until the source is over or somebody ends it, with somebody who goes along.
     *
     * @throws CommandFailure when another one works on the data folder.
     */
    public void run(Host host) throws ArchiveException, CommandFailure {
        ServiceLock lock = ServiceLock.take(common.dataFolder());
        try {
            runAlone(host);
        } finally {
            lock.release();
        }
    }

    /**
     * Runs until the source is over or somebody ends the process.
     *
     * @return what it told: the last session, counts.
     * @throws CommandFailure when another one works on the data folder.
     */
    MetricsRelay run() throws ArchiveException, CommandFailure {
        ServiceLock lock = ServiceLock.take(common.dataFolder());
        try {
            return runAlone(null);
        } finally {
            lock.release();
        }
    }

    private MetricsRelay runAlone(@Nullable Host host) throws ArchiveException {
        SystemHostClock clock = new SystemHostClock();
        boolean embedded = connection.broker().equals(ConnectionSettings.EMBEDDED);
        String rollerId = opened.subject().rollerId();
        PahoMetricsPublisher publisher = new PahoMetricsPublisher(
                embedded
                        ? BrokerChoice.embedded(connection, rollerId)
                        : BrokerChoice.outside(connection.broker(), connection),
                rollerId,
                clock,
                BrokerChoice.kept(common.dataFolder(), rollerId, clock));
        Terminal terminal = Terminal.silent(err);
        ServiceState state = new ServiceState(opened.name(), clock.wallClock());
        MetricsRelay told = new MetricsRelay(publisher, terminal, state, opened.pace());
        try (GuardingJournal journal = new GuardingJournal(new AthleteFolder(common.dataFolder()));
                ServiceRun run = new ServiceRun(common, settings, opened, told, terminal, clock);
                StateFile file = new StateFile(common.dataFolder(), state, publisher, clock);
                SystemdNotice systemd = SystemdNotice.ofProcess(run.orders());
                CommandDesk desk = new CommandDesk(common, settings, opened, run, publisher::publish, clock);
                RetentionRounds retention = new RetentionRounds(common.dataFolder(), settings.retention(), clock, err);
                BrokerChoice broker = new BrokerChoice(publisher, rollerId)) {
            told.guideBy(desk.routines());
            CommandInlet inlet = new CommandInlet(rollerId, settings.commands(), desk, clock);
            publisher.obey(inlet);
            if (connection.homeAssistant()) {
                publisher.showInHomeAssistant(SoftwareVersion.current());
            }
            state.countCommands(inlet::counters);
            String from = "service is running: source " + opened.name() + ", " + band() + ", sessions in "
                    + common.dataFolder() + ", MQTT ";
            if (embedded) {
                broker.useEmbedded(
                        connection.embedded(settings.limits()),
                        uri -> say(from + at(uri, connection.embeddedPort()) + "; Ctrl-C ends it"),
                        why -> say(from + "off: " + why));
            } else {
                broker.useOutside(connection.broker());
                say(from + "to " + connection.broker() + "; Ctrl-C ends it");
            }
            if (opened.live()) {
                told.alsoNote(journal);
            }
            file.start();
            retention.start();
            systemd.start("source " + opened.name());
            try (TypedOrders typed = keys == null ? null : new TypedOrders(keys, desk, err)) {
                if (typed != null) {
                    typed.start();
                }
                if (host == null) {
                    run.run();
                } else {
                    runWith(host.receive(desk, desk.routines(), run::stop), run);
                }
                desk.routines().close(); // while the publisher still says so
            }
        }
        return told;
    }

    private static void runWith(Alongside alongside, ServiceRun run) throws ArchiveException {
        try {
            run.run();
        } finally {
            alongside.close();
        }
    }

    /** Whose ceiling it is, and where it comes from: people differ by 40 %. */
    private String band() {
        Subject subject = opened.subject();
        return String.format(
                Locale.ROOT,
                "ceiling of %s %.0f kPa (%s)",
                subject.athleteId(),
                subject.band().ceilingKpa(),
                subject.band().source().word().replace('_', ' '));
    }

    private static String at(String uri, int wantedPort) {
        return "at " + uri + (uri.endsWith(":" + wantedPort) ? "" : ", because port " + wantedPort + " is taken");
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
