package org.rollscope.device.pi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Pi with three converters and a motion chip: pad p reads 10 p + 3. */
final class SimulatedPi implements PiBuses {
    final Map<String, SimulatedMcp3008> converters = new LinkedHashMap<>();
    final SimulatedMotionChip.Mpu chip = new SimulatedMotionChip.Mpu();
    final List<String> opened = new ArrayList<>();
    final SetClock clock;
    String missingDevice = "";
    /** What one conversion takes. */
    long conversionUs = 50;

    SimulatedPi(SetClock clock) {
        this.clock = clock;
        chip.clock = clock;
        chip.accelMPerS2[0] = 9.80665;
        chip.answerUs = 400;
        for (String device : PiSettings.STARTER.converterDevices()) {
            int firstPadIndex = 8 * converters.size();
            converters.put(device, new SimulatedMcp3008("/dev/" + device, channelIndex -> {
                clock.passUs(conversionUs);
                return 10 * (firstPadIndex + channelIndex) + 3;
            }));
        }
    }

    @Override
    public AdcBus openConverter(String device) throws BusException {
        opened.add(device);
        if (device.equals(missingDevice)) {
            throw new BusException("/dev/" + device + " is not there");
        }
        return converters.get(device);
    }

    @Override
    public RegisterBus openRegisters(int busIndex, int addressBits) throws BusException {
        opened.add("i2c-" + busIndex + " " + addressBits);
        if (missingDevice.startsWith("i2c")) {
            throw new BusException("/dev/i2c-" + busIndex + " is not there");
        }
        chip.closed = false;
        return chip;
    }
}
