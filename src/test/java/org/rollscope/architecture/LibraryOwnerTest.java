package org.rollscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each outside library has one owner, so that it can be changed in one place. */
class LibraryOwnerTest {
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("com.fazecast", Set.of("device.serial")),
            Map.entry("com.pi4j", Set.of("device.pi")),
            Map.entry("org.eclipse.paho", Set.of("mqtt")),
            Map.entry("org.apache.activemq", Set.of("broker")),
            Map.entry("org.apache.artemis", Set.of("broker")),
            Map.entry("io.netty", Set.of("broker")),
            Map.entry("org.sqlite", Set.of("store")),
            Map.entry("java.sql", Set.of("store", "export")),
            Map.entry("org.duckdb", Set.of("export")),
            Map.entry("io.jhdf", Set.of("export")),
            Map.entry("us.hebi", Set.of("export")),
            Map.entry("com.openhtmltopdf", Set.of("export")),
            Map.entry("org.apache.pdfbox", Set.of("export", "viewer")),
            Map.entry("de.rototor", Set.of("viewer")),
            Map.entry("org.jfree", Set.of("viewer")),
            Map.entry("com.formdev", Set.of("viewer")),
            Map.entry("org.apache.batik", Set.of("viewer")),
            Map.entry("javax.swing", Set.of("viewer")),
            Map.entry("java.awt", Set.of("viewer")),
            Map.entry("picocli", Set.of("app")),
            Map.entry("com.fasterxml.jackson", Set.of("app", "config", "mqtt", "export")));

    @Test
    void onlyTheOwnerTouchesALibrary() {
        List<String> broken = new ArrayList<>();
        Set<String> used = new java.util.TreeSet<>();
        for (JavaClass from : House.PRODUCT) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                OWNERS.forEach((library, owners) -> {
                    if (target.equals(library) || target.startsWith(library + ".")) {
                        used.add(library);
                        if (!owners.contains(House.room(from))) {
                            broken.add(dependency.getDescription());
                        }
                    }
                });
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(
                used.containsAll(Set.of("com.fazecast", "org.eclipse.paho", "org.sqlite", "picocli")), used.toString());
    }
}
