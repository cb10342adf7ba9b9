package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsEditTest {
    @TempDir
    private Path folder;

    private SettingsEdit edit(String text) throws Exception {
        Files.writeString(folder.resolve("rollscope.yaml"), text);
        return SettingsEdit.of(folder);
    }

    @Test
    void keyIsSetInItsPlaceAndNothingElseChanges() throws Exception {
        SettingsEdit edit = edit(
                "# mine\nextends: shipped\n\nmqtt: # where to\n  embedded_port: 1884   # not 1883\n  user_name: \"a\"\n");
        edit.set("mqtt.embedded_port", "8883");
        edit.set("mqtt.user_name", "roller-1");
        assertEquals(
                "# mine\nextends: shipped\n\nmqtt: # where to\n  embedded_port: 8883   # not 1883\n  user_name: roller-1\n",
                edit.text());
    }

    @Test
    void keyThatIsLackingGoesToItsSectionOrToANewOne() throws Exception {
        SettingsEdit edit =
                edit("extends: shipped\nmqtt:\n    embedded_port: 1884\n\n# light\nfeedback:\n  quiet: true\n");
        edit.set("mqtt.embedded_host", "0.0.0.0");
        edit.set("roller_id", "gym-3");
        edit.set("service.source", "serial:auto");
        edit.set("service.eco_batch_ms", "50");
        assertEquals(
                "extends: shipped\nroller_id: gym-3\nmqtt:\n    embedded_port: 1884\n    embedded_host: 0.0.0.0\n\n# light\nfeedback:\n"
                        + "  quiet: true\n\nservice:\n  source: serial:auto\n  eco_batch_ms: 50\n",
                edit.text());
    }

    @Test
    void everyKeyOfTheShippedFileIsSetWithoutTouchingAnother() throws Exception {
        String shipped = Files.readString(ShippedSettings.FOLDER.resolve("rollscope.yaml"));
        List<String> shippedLines = shipped.lines().toList();
        String section = "";
        int setCount = 0;
        for (int index = 0; index < shippedLines.size(); index++) {
            String line = shippedLines.get(index);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String name = line.strip().split(":", 2)[0];
            if (line.endsWith(":")) {
                section = name + ".";
                continue;
            }
            SettingsEdit edit = edit(shipped);
            edit.set(line.startsWith(" ") ? section + name : name, "new value");
            List<String> expected = new ArrayList<>(shippedLines);
            expected.set(index, line.substring(0, line.indexOf(':')) + ": \"new value\"");
            assertEquals(expected, edit.text().lines().toList());
            setCount++;
        }
        assertTrue(setCount > 50, setCount + " keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a: b",
                "a #b",
                "#b",
                "yes",
                "null",
                "~",
                "- a",
                "\"",
                "\\",
                "it's",
                "{a}",
                "[a]",
                "*a",
                "&a",
                "@a",
                "%a",
                "x:",
                "ä",
                "sim:coached?seed=1&seconds=3",
                "serial:auto?ports=/tmp/a,/dev/ttyAMA0",
                "mqtts://gym.local:8883",
                "0x68",
                "007",
                "/a b/c"
            })
    void valueIsReadAsItWasSet(String value) throws Exception {
        SettingsEdit edit = edit("extends: shipped\nmqtt:\n  broker: embedded # here\n");
        edit.set("mqtt.broker", value);
        edit.set("service.source", value);
        edit.set("roller_id", value);
        SettingsEdit again = edit(edit.text());
        for (String key : List.of("mqtt.broker", "service.source", "roller_id")) {
            assertEquals(value, again.value(key), edit.text());
        }
        assertTrue(edit.text().contains(" # here\n"), edit.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mqtt: {broker: embedded, embedded_port: 1}\n", "mqtt:\n  broker: >\n    embedded\n    more\n"})
    void keyThatDoesNotStandOnALineOfItsOwnIsRefusedWithItsLine(String text) throws Exception {
        SettingsEdit edit = edit("extends: shipped\n" + text);
        SettingsException refused = assertThrows(SettingsException.class, () -> edit.set("mqtt.broker", "x"));
        assertTrue(String.valueOf(refused.getMessage()).contains("rollscope.yaml:"), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("mqtt.broker cannot be set"), refused.getMessage());
        assertEquals("extends: shipped\n" + text, edit.text());
    }

    @Test
    void linesThatEndAsOnWindowsStaySo() throws Exception {
        SettingsEdit edit = edit("extends: shipped\r\nroller_id: a\r\n");
        edit.set("roller_id", "b");
        assertEquals("extends: shipped\r\nroller_id: b\r\n", edit.text());
    }

    @Test
    void textThatIsNoYamlIsRefused() {
        assertThrows(SettingsException.class, () -> edit("mqtt: [\n"));
    }

    @Test
    void folderWithoutSettingsGetsSomeOnTopOfTheShippedOnes() throws Exception {
        SettingsEdit edit = SettingsEdit.of(folder.resolve("new"));
        edit.set("roller_id", "gym-3");
        edit.write();
        assertEquals("extends: shipped\nroller_id: gym-3\n", Files.readString(folder.resolve("new/rollscope.yaml")));
        assertEquals(
                "rw-r--r--",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/rollscope.yaml"))));
        assertFalse(Files.exists(folder.resolve("new").resolve(SettingsEdit.BEFORE_FILE)));
    }

    @Test
    void whatWasThereBeforeIsKeptAndComesBackAndForth() throws Exception {
        SettingsEdit edit = edit("extends: shipped\n");
        Path file = folder.resolve("rollscope.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        edit.set("roller_id", "gym-3");
        edit.write();
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(SettingsEdit.undo(folder));
        assertEquals("extends: shipped\n", Files.readString(file));
        assertTrue(SettingsEdit.undo(folder));
        assertEquals("extends: shipped\nroller_id: gym-3\n", Files.readString(file));
    }

    @Test
    void sameValueChangesNothing() throws Exception {
        SettingsEdit edit = edit("extends: shipped\nroller_id: \"gym-3\"\n");
        edit.set("roller_id", "gym-3");
        assertFalse(edit.isChanged());
        edit.write();
        assertFalse(Files.exists(folder.resolve(SettingsEdit.BEFORE_FILE)));
        assertFalse(SettingsEdit.undo(folder));
    }

    @Test
    void folderThatCannotBeWrittenIsAnExceptionAndTheOldTextStays() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        SettingsEdit edit = SettingsEdit.of(folder.resolve("none"));
        edit.set("roller_id", "a");
        Files.createFile(folder.resolve("none"));
        assertThrows(IOException.class, edit::write);
    }
}
