package org.rollscope.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The layout of the house: which package may import which, as in the architecture document. */
final class House {
    static final String BASE = "org.rollscope";
    /** Classes of the shipped product. */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh/"))
            .importPackages(BASE);
    /** Packages that know no clock, no port and no screen. */
    static final Set<String> CORE = Set.of(
            "frame",
            "athlete",
            "dsp",
            "protocol",
            "calibration",
            "feature",
            "detect",
            "simulation",
            "session",
            "cue",
            "programme",
            "command",
            "telemetry",
            "pipeline",
            "evaluation");
    /** Direct imports that are allowed; a package may also use what these reach. */
    static final Map<String, Set<String>> ALLOWED = allowed();

    /** Packages that have rooms: each room with those beside it that it may use; the package's own classes use all. */
    static final Map<String, Map<String, Set<String>>> ROOMS = Map.of(
            "app",
            appRooms(),
            "viewer",
            viewerRooms(),
            "programme",
            Map.of(
                    "screening", Set.of(),
                    "plan", Set.of("screening"),
                    "progress", Set.of("screening", "plan"),
                    "effect", Set.of("screening", "plan", "progress"),
                    "routine", Set.of("screening", "plan"),
                    "team", Set.of("screening", "plan")));

    private House() {}

    private static Map<String, Set<String>> appRooms() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        allowed.put("shell", Set.of());
        allowed.put("source", Set.of("shell"));
        allowed.put("sessions", Set.of("shell", "source"));
        allowed.put("review", Set.of("shell", "source", "sessions"));
        allowed.put("remote", Set.of("shell", "review"));
        allowed.put("people", Set.of("shell", "source", "sessions"));
        allowed.put("calibrate", Set.of("shell", "source"));
        allowed.put("score", Set.of("shell", "source", "sessions"));
        allowed.put("plan", Set.of("shell", "sessions", "people"));
        allowed.put("guide", Set.of("shell", "people", "plan"));
        allowed.put("team", Set.of("shell", "people"));
        allowed.put("service", Set.of("shell", "source", "sessions", "review", "people", "team", "calibrate", "guide"));
        allowed.put("routine", Set.of("shell", "source", "sessions", "people", "plan", "guide", "service"));
        allowed.put("checkup", Set.of("shell", "source", "service"));
        allowed.put("install", Set.of("shell", "source", "service", "checkup"));
        return allowed;
    }

    private static Map<String, Set<String>> viewerRooms() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        allowed.put("look", Set.of());
        allowed.put("model", Set.of("look"));
        allowed.put("chart", Set.of("look", "model"));
        allowed.put("parts", Set.of("look", "model"));
        allowed.put("orders", Set.of("look", "model", "parts"));
        allowed.put("sound", Set.of("look", "model"));
        allowed.put("athlete", Set.of("look", "model", "chart", "parts", "orders", "sound"));
        allowed.put("wall", Set.of("look", "model", "chart", "parts", "orders"));
        allowed.put("connect", Set.of("look"));
        allowed.put("library", Set.of("model"));
        allowed.put("review", Set.of("look", "model", "chart", "library"));
        return allowed;
    }

    private static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        allowed.put("dsp", Set.of());
        allowed.put("frame", Set.of());
        allowed.put("athlete", Set.of());
        allowed.put("protocol", Set.of("frame"));
        allowed.put("calibration", Set.of("frame"));
        allowed.put("feature", Set.of("frame", "dsp"));
        allowed.put("detect", Set.of("feature", "athlete", "dsp"));
        allowed.put("simulation", Set.of("frame", "athlete", "dsp"));
        allowed.put("session", Set.of("frame", "athlete", "feature", "detect"));
        allowed.put("programme", Set.of("athlete", "session"));
        allowed.put("cue", Set.of("frame", "session"));
        allowed.put("command", Set.of("athlete", "session", "programme"));
        allowed.put("telemetry", Set.of("session", "programme"));
        allowed.put("pipeline", Set.of("protocol", "calibration", "feature", "detect", "session", "command"));
        allowed.put("evaluation", Set.of("simulation", "pipeline"));
        allowed.put("store", Set.of("telemetry", "session", "programme", "protocol"));
        allowed.put("export", Set.of("session", "calibration", "programme"));
        allowed.put("device.serial", Set.of("protocol"));
        allowed.put("device.pi", Set.of("frame"));
        allowed.put("device.sim", Set.of("simulation", "protocol"));
        allowed.put("mqtt", Set.of("telemetry", "command"));
        allowed.put("access", Set.of("telemetry"));
        allowed.put("broker", Set.of("access"));
        allowed.put("viewer", Set.of("telemetry", "session", "calibration", "command"));
        allowed.put("config", Set.of("pipeline", "programme", "simulation", "calibration", "athlete"));
        return allowed;
    }

    /** Everything that a package may use: itself, what it is allowed, and what that reaches. */
    static Set<String> reach(String packageName) {
        Set<String> reached = new TreeSet<>();
        reached.add(packageName);
        for (String allowed : ALLOWED.getOrDefault(packageName, Set.of())) {
            reached.addAll(reach(allowed));
        }
        return reached;
    }

    /** Package of a class below the base package; empty when it lies elsewhere. A room counts as its package. */
    static String room(JavaClass javaClass) {
        String full = fullRoom(javaClass);
        int dot = full.indexOf('.');
        return dot > 0 && ROOMS.containsKey(full.substring(0, dot)) ? full.substring(0, dot) : full;
    }

    /** Room within a package that has rooms, as `shell`; empty for the package's own classes and for other packages. */
    static String innerRoom(JavaClass javaClass) {
        String room = room(javaClass);
        String full = fullRoom(javaClass);
        return full.equals(room) ? "" : full.substring(room.length() + 1);
    }

    private static String fullRoom(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(BASE + ".") ? name.substring(BASE.length() + 1) : "";
    }
}
