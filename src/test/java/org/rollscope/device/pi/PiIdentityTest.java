package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.simulation.SimulatedRoller;

class PiIdentityTest {
    @TempDir
    private Path root;

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aPiHasItsProcessorsSerial() throws IOException {
        write("etc/machine-id", "00112233445566778899aabbccddeeff\n");
        write("proc/cpuinfo", "processor\t: 0\n\nRevision\t: c03115\nSerial\t\t: 10000000a3b4c5d6\nModel\t\t: x\n");
        assertEquals(0x10000000a3b4c5d6L, PiIdentity.of(root).orElseThrow().boardSerialId());
        write("proc/device-tree/serial-number", "10000000a3b4c5d7\0");
        assertEquals(0x10000000a3b4c5d7L, PiIdentity.of(root).orElseThrow().boardSerialId());
    }

    @Test
    void anotherMachineHasADigestThatIsNoSimulatedRoller() throws IOException {
        write("proc/cpuinfo", "Serial\t\t: 0000000000000000\n");
        write("etc/machine-id", "00112233445566778899aabbccddeeff\n");
        long oneId = PiIdentity.of(root).orElseThrow().boardSerialId();
        assertEquals(0x5069, oneId >>> 48);
        assertFalse(SimulatedRoller.isSimulated(oneId));
        assertEquals(oneId, PiIdentity.of(root).orElseThrow().boardSerialId());
        write("etc/machine-id", "00112233445566778899aabbccddeef0\n");
        assertNotEquals(oneId, PiIdentity.of(root).orElseThrow().boardSerialId());
    }

    @Test
    void aMachineWithoutEitherHasNone() {
        assertEquals(Optional.empty(), PiIdentity.of(root));
    }
}
