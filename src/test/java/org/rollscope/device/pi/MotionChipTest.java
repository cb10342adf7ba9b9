package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotionChipTest {
    private final MotionSample sample = new MotionSample();

    private static SimulatedMotionChip simulated(String word) {
        return word.equals("mpu6050") ? new SimulatedMotionChip.Mpu() : new SimulatedMotionChip.Lsm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpu6050", "lsm6dso"})
    void whatTheChipFeelsComesOutInItsScale(String word) throws BusException {
        MotionChip chip = MotionChip.of(word);
        SimulatedMotionChip bus = simulated(word);
        double[] accelMPerS2 = {9.80665, -3.25, 0.5};
        double[] gyroRadPerS = {0.25, 6.5, -17.2};
        System.arraycopy(accelMPerS2, 0, bus.accelMPerS2, 0, 3);
        System.arraycopy(gyroRadPerS, 0, bus.gyroRadPerS, 0, 3);
        bus.temperatureDegC = 31.5;
        chip.setUp(bus);
        chip.read(bus, sample);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double accelStep = chip.accelFullScaleMPerS2() / 32768;
            double gyroStep = chip.gyroFullScaleRadPerS() / 32768;
            assertEquals(accelMPerS2[axisIndex], sample.accelCounts[axisIndex] * accelStep, accelStep / 2);
            assertEquals(gyroRadPerS[axisIndex], sample.gyroCounts[axisIndex] * gyroStep, gyroStep / 2);
        }
        assertEquals(31.5, sample.temperatureDegC, 0.01);
    }

    @Test
    void theRangesAreThoseOfTheReferenceRoller() {
        assertEquals(39.2266, new Mpu6050().accelFullScaleMPerS2(), 1e-6);
        assertEquals(17.453293, new Mpu6050().gyroFullScaleRadPerS(), 1e-6);
        // 0.122 mg and 35 mdps a count are not the ranges divided by 32768
        assertEquals(39.2040, new Lsm6dso().accelFullScaleMPerS2(), 1e-4);
        assertEquals(20.0168, new Lsm6dso().gyroFullScaleRadPerS(), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpu6050", "lsm6dso"})
    void anotherChipIsRefusedByItsName(String word) {
        SimulatedMotionChip bus = simulated(word);
        bus.registers[word.equals("mpu6050") ? 0x75 : 0x0F] = 0x70;
        BusException refusal =
                assertThrows(BusException.class, () -> MotionChip.of(word).setUp(bus));
        assertTrue(refusal.words().contains("it says 0x70"), refusal.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpu6050", "lsm6dso"})
    void aChipThatLostItsSupplyIsNotBelieved(String word) {
        SimulatedMotionChip asleep = simulated(word);
        assertThrows(BusException.class, () -> MotionChip.of(word).read(asleep, sample));
    }
}
