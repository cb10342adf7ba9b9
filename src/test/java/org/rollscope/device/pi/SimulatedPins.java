package org.rollscope.device.pi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pins in memory, which can break. */
final class SimulatedPins implements DigitalPins {
    final Map<Integer, Boolean> levels = new HashMap<>();
    final List<String> driven = new ArrayList<>();
    final Set<Integer> broken = new HashSet<>();
    boolean closed;

    private void check(int pinIndex) throws BusException {
        if (broken.contains(pinIndex)) {
            throw new BusException("GPIO " + pinIndex + " is broken");
        }
    }

    @Override
    public Output output(int pinIndex) throws BusException {
        check(pinIndex);
        levels.put(pinIndex, false);
        return high -> {
            check(pinIndex);
            levels.put(pinIndex, high);
            driven.add(pinIndex + (high ? " on" : " off"));
        };
    }

    @Override
    public Input input(int pinIndex) throws BusException {
        check(pinIndex);
        levels.put(pinIndex, true);
        return () -> {
            check(pinIndex);
            return Boolean.TRUE.equals(levels.get(pinIndex));
        };
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isHigh(int pinIndex) {
        return Boolean.TRUE.equals(levels.get(pinIndex));
    }
}
