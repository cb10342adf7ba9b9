package org.rollscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number without a unit is a bug, and the build says so. */
class UnitSuffixTest {
    /** Pure numerics and drawing aids: they know nothing of rollers, so their numbers have no unit of their own. */
    private static final Set<String> PURE_NUMERICS = Set.of("dsp");

    private static final Set<String> PURE_CLASSES = Set.of(
            "SeededNoise",
            "WanderingValue",
            "LittleEndian",
            "Cobs",
            "Crc16",
            "PadCalibrationFit",
            "ParaboloidAxisFit",
            "SettingRange");

    @Test
    void everyNumberOfTheCoreEndsInItsUnit() {
        List<String> nameless = new ArrayList<>();
        int seenCount = 0;
        for (JavaClass javaClass : House.PRODUCT) {
            String room = House.room(javaClass);
            if (!House.CORE.contains(room) || PURE_NUMERICS.contains(room) || isPure(javaClass)) {
                continue;
            }
            Class<?> type = javaClass.reflect();
            for (Field field : type.getDeclaredFields()) {
                if (!field.isSynthetic() && isNumber(field.getType())) {
                    seenCount++;
                    check(nameless, type, field.getName());
                }
            }
            seenCount += parameters(nameless, type);
        }
        assertTrue(seenCount > 300, "too few numbers were found: " + seenCount);
        assertEquals(List.of(), nameless);
    }

    private static boolean isPure(JavaClass javaClass) {
        return PURE_CLASSES.contains(javaClass.getSimpleName());
    }

    private static int parameters(List<String> nameless, Class<?> type) {
        int seenCount = 0;
        List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredMethods()));
        executables.addAll(List.of(type.getDeclaredConstructors()));
        for (Executable executable : executables) {
            boolean ours = !executable.isSynthetic() && !executable.getName().startsWith("lambda$") && !type.isEnum();
            for (Parameter parameter : executable.getParameters()) {
                if (ours && isNumber(parameter.getType()) && !Modifier.isNative(executable.getModifiers())) {
                    seenCount++;
                    check(nameless, type, parameter.getName());
                }
            }
        }
        return seenCount;
    }

    private static void check(List<String> nameless, Class<?> type, String name) {
        if (!UnitSuffix.isFine(name) && !name.equals("serialVersionUID")) {
            nameless.add(type.getName().substring(House.BASE.length() + 1) + "." + name);
        }
    }

    private static boolean isNumber(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element == double.class || element == float.class || element == int.class || element == long.class;
    }

    @Test
    void everyFieldOfTheWireThatHasAUnitEndsInIt() throws IOException {
        List<String> broken = new ArrayList<>();
        String text;
        try (InputStream stream = UnitSuffixTest.class.getResourceAsStream("/firmware-protocol/messages.csv")) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> rows = text.lines().skip(1).toList();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            String field = cells[4];
            String unit = cells[7];
            if (!unit.isEmpty() && !field.endsWith("_" + unit)) {
                broken.add(row);
            }
        }
        assertTrue(rows.size() > 40);
        assertEquals(List.of(), broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pressure", "holdSeconds", "timeout", "speed", "lengthCm", "MAX_PRESSURE", "value"})
    void aNameWithoutAUnitIsFound(String name) {
        assertFalse(UnitSuffix.isFine(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pressureKpa", "holdMs", "MAX_FRAME_BYTES", "speedMmPerS", "padIndex", "forceN", "seed"})
    void aNameWithAUnitIsFine(String name) {
        assertTrue(UnitSuffix.isFine(name));
    }
}
