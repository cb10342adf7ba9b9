package org.rollscope.mqtt;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.SqliteFleetArchive;
import org.rollscope.telemetry.FleetArchive;
import org.rollscope.telemetry.FleetMessage;

/** A recorder inside the test, whose disk can be made to refuse. */
final class FleetMember implements AutoCloseable {
    private static final String GROUP = "lab";
    private static final long QUIET_MS = 1500;

    /** Hears nothing. */
    static final class Deaf implements PahoConnection.Listener {
        @Override
        public void arrived(String topicPath, byte[] payload) {}

        @Override
        public void lost() {}
    }

    private final SqliteFleetArchive archive;
    private final PahoFleetRecorder recorder;
    private final AtomicInteger refusedCount = new AtomicInteger();
    private volatile boolean full;

    private FleetMember(MqttSettings settings, String group, String name, Path folder) throws ArchiveException {
        archive = SqliteFleetArchive.openToRecord(folder);
        recorder = new PahoFleetRecorder(settings, new RecorderPlace(group, name), this::keep, Recorder.CLOCK);
    }

    private FleetArchive.Kept keep(List<FleetMessage> messages) throws ArchiveException {
        if (full) {
            refusedCount.incrementAndGet();
            throw new ArchiveException("the disk is full, as the test wants it");
        }
        return archive.keep(messages);
    }

    static FleetMember join(String uri, String name, Path folder) throws ArchiveException {
        return join(MqttSettings.of(uri), GROUP, name, folder);
    }

    static FleetMember join(MqttSettings settings, String group, String name, Path folder) throws ArchiveException {
        FleetMember member = new FleetMember(settings, group, name, folder);
        member.recorder.start();
        return member;
    }

    static FleetMember leave(String uri, String name, Path folder) throws ArchiveException {
        return leave(MqttSettings.of(uri), GROUP, name, folder);
    }

    static FleetMember leave(MqttSettings settings, String group, String name, Path folder) throws ArchiveException {
        FleetMember member = new FleetMember(settings, group, name, folder);
        member.recorder.startLeaving();
        return member;
    }

    PahoFleetRecorder recorder() {
        return recorder;
    }

    void fillDisk() {
        full = true;
    }

    void freeDisk() {
        full = false;
    }

    int refusedCount() {
        return refusedCount.get();
    }

    /** Says things that are no messages until this member has had one of them: each is somebody's of the group. */
    void awaitListening(String uri) throws Exception {
        try (PahoConnection probe = PahoConnection.open(MqttSettings.of(uri), Greeting.passing("probe"), new Deaf())) {
            awaitListening(probe);
        }
    }

    private void awaitListening(PahoConnection probe) throws Exception {
        long beforeCount = recorder.counts().unreadableCount();
        for (int tries = 0; recorder.counts().unreadableCount() == beforeCount; tries++) {
            if (tries > 300) {
                throw new AssertionError("it never listened: " + recorder.state());
            }
            probe.publish("rollscope/v1/probe/event", new byte[] {'{'}, 1, false, () -> {});
            TimeUnit.MILLISECONDS.sleep(100);
        }
        awaitQuiet();
    }

    /** Waits until nothing has come for a while. */
    void awaitQuiet() throws InterruptedException {
        PahoFleetRecorder.Counts before = null;
        while (!recorder.counts().equals(before)) {
            before = recorder.counts();
            TimeUnit.MILLISECONDS.sleep(QUIET_MS);
        }
    }

    @Override
    public void close() {
        recorder.close();
        archive.close();
    }
}
