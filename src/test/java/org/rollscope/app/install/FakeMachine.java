package org.rollscope.app.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.HostName;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.checkup.PortReport;
import org.rollscope.app.service.StateFile;
import org.rollscope.app.source.DeviceAccess;
import org.rollscope.device.pi.PiSettings;
import org.rollscope.device.serial.BoardQuestion;
import org.rollscope.device.serial.PortListing;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** A machine below a folder, with what a test puts on it. */
final class FakeMachine implements Machine {
    final FakeTools tools = new FakeTools();
    final List<PortReport> ports = new ArrayList<>();
    final List<Finding> chips = new ArrayList<>();
    String invokingUser = "";
    int pauseCount;
    int lookCount;
    /** What happens on the machine before somebody looks at its ports. */
    Runnable looking = () -> {};

    HostTools programs = tools;
    private final Path root;
    private @Nullable Path startingService;
    private boolean delivers;

    FakeMachine(Path root) {
        this.root = root;
    }

    FakeMachine file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    FakeMachine rollerOn(String path, long seed) {
        return port(path, new BoardQuestion.Answer(hello(seed), ""), "");
    }

    FakeMachine port(String path, BoardQuestion.Answer answer, String heldBy) {
        ports.add(new PortReport(
                new PortListing(path, "", "", "0403:6001", ""),
                new DeviceAccess(true, true, true, "dialout", heldBy),
                OptionalInt.empty(),
                null,
                answer));
        return this;
    }

    static BoardHello hello(long seed) {
        return new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, seed, 1), 100).hello();
    }

    /** A service that writes its state when somebody waits for it. */
    FakeMachine service(Path dataFolder, boolean nowDelivers) {
        tools.with("systemctl cat rollscope.service", 0, "").with("systemctl restart rollscope.service", 0, "");
        startingService = dataFolder;
        delivers = nowDelivers;
        return this;
    }

    @Override
    public HostTools tools() {
        return programs;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<PortReport> ports(List<String> alsoPaths, int baud) {
        lookCount++;
        looking.run();
        return ports;
    }

    @Override
    public List<Finding> chips(PiSettings settings, @Nullable Long serviceId) {
        return chips;
    }

    @Override
    public List<HostName> hosts() {
        return List.of(new HostName("gym"), new HostName("gym.local"), new HostName("192.168.1.20"));
    }

    @Override
    public String invokingUser() {
        return invokingUser;
    }

    @Override
    public void pause(long pauseMs) {
        pauseCount++;
        Path folder = startingService;
        if (pauseCount == 3 && folder != null) {
            try {
                Files.createDirectories(folder);
                Files.writeString(
                        folder.resolve(StateFile.FILE_NAME),
                        "{\"process_id\": " + ProcessHandle.current().pid() + ", \"started_at\": \"" + Instant.now()
                                + "\", \"source\": \"serial:auto\", \"delivering\": " + delivers
                                + ", \"link\": \"" + (delivers ? "48 pads at 100 Hz" : "no roller found") + "\"}");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
