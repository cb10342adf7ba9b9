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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;

/** A number without a unit is a bug, and the build says so. */
class UnitSuffixTest {
    private static final Pattern SETTING_WITH_NUMBER = Pattern.compile("\\s*([a-z0-9_]+):\\s*[0-9.]+\\s*");

    @TempDir
    private Path folder;

    /** Pure numerics and drawing aids: they know nothing of rollers, so their numbers have no unit of their own. */
    private static final Set<String> PURE_NUMERICS = Set.of("dsp");

    private static final Set<String> PURE_CLASSES = Set.of(
            "SeededNoise",
            "WanderingValue",
            "BandNoise",
            "Between",
            "KinkSearch",
            "ContactFit",
            "BallFit",
            "BallPads",
            "Panel",
            "Triad",
            "SphereContact",
            "BuiltInScenarios",
            "PhysicalConstant",
            "LittleEndian",
            "Cobs",
            "Crc16",
            "PadCalibrationFit",
            "SettingRange",
            // Statistics: what they count has a unit, they have none.
            "Histogram",
            "Bars",
            "Spread",
            "Sums",
            "Kept",
            "Figure",
            "Target",
            "Formula",
            "Measures",
            "Series",
            "Figures",
            "TrendPairs",
            "Trend",
            "WeekFigures",
            "EffectFigure",
            "EffectWords",
            "EffectMeasure",
            "Interval",
            "Bootstrap");

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
        String text = resource("/firmware-protocol/messages.csv");
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

    @Test
    void everyNumberOfTheSettingsEndsInItsUnit() throws IOException {
        List<String> nameless = new ArrayList<>();
        int seenCount = 0;
        for (String file : List.of("rollscope.yaml", "detection/default.yaml")) {
            for (String line :
                    resource("/org/rollscope/config/shipped/" + file).lines().toList()) {
                Matcher number = SETTING_WITH_NUMBER.matcher(line);
                if (number.matches()) {
                    seenCount++;
                    String key = number.group(1);
                    // Ports and addresses are names that happen to be numbers.
                    if (!UnitSuffix.FILE.matcher(key).matches() && !key.matches("embedded_(port|host)")) {
                        nameless.add(file + ": " + key);
                    }
                }
            }
        }
        assertTrue(seenCount > 20, "too few settings were found: " + seenCount);
        assertEquals(List.of(), nameless);
    }

    @Test
    void everyNumberOfTheArchiveEndsInItsUnit() throws IOException, SQLException {
        List<String> nameless = new ArrayList<>();
        int seenCount = 0;
        try (Connection archive = DriverManager.getConnection("jdbc:sqlite:" + emptyArchive());
                ResultSet columns = archive.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                String type = columns.getString("TYPE_NAME");
                if (type.equalsIgnoreCase("integer") || type.equalsIgnoreCase("real")) {
                    seenCount++;
                    if (!UnitSuffix.FILE.matcher(name).matches() && !name.equals("first_sequence")) {
                        nameless.add(columns.getString("TABLE_NAME") + "." + name);
                    }
                }
            }
        }
        assertTrue(seenCount > 25, "too few columns were found: " + seenCount);
        assertEquals(List.of(), nameless);
    }

    private Path emptyArchive() {
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            assertEquals(List.of(), archive.sessions());
        } catch (ArchiveException failed) {
            throw new IllegalStateException(failed);
        }
        return folder.resolve(SqliteSessionArchive.FILE_NAME);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = UnitSuffixTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
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
