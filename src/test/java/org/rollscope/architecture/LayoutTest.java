package org.rollscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may import whom: the arrows go one way. */
class LayoutTest {
    @Test
    void everyImportIsOneThatTheHouseAllows() {
        List<String> broken = new ArrayList<>();
        int seenCount = 0;
        for (JavaClass from : House.PRODUCT) {
            String room = House.room(from);
            if (room.equals("app")) {
                continue;
            }
            Set<String> reach = House.reach(room);
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String target = House.room(dependency.getTargetClass());
                seenCount++;
                if (!target.isEmpty() && !reach.contains(target)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        assertTrue(seenCount > 1000, "the product's classes were not found: " + seenCount);
        assertEquals(List.of(), broken);
    }

    @Test
    void everyPackageHasAPlaceInTheHouse() {
        Set<String> homeless = new TreeSet<>();
        for (JavaClass javaClass : House.PRODUCT) {
            String room = House.room(javaClass);
            if (!room.equals("app") && !House.ALLOWED.containsKey(room)) {
                homeless.add(room + " (" + javaClass.getSimpleName() + ")");
            }
        }
        assertEquals(Set.of(), homeless);
    }

    @Test
    void roomsUseOnlyThoseOfTheirPackageThatTheyMay() {
        List<String> broken = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (JavaClass from : House.PRODUCT) {
            String room = House.innerRoom(from);
            if (room.isEmpty()) {
                continue; // the package's own classes, as Main, use every room
            }
            String packageName = House.room(from);
            seen.add(packageName + "." + room);
            Set<String> allowed = House.ROOMS.get(packageName).getOrDefault(room, Set.of());
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass();
                String target = House.innerRoom(used);
                if (House.room(used).equals(packageName) && !target.equals(room) && !allowed.contains(target)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        Set<String> named = new TreeSet<>();
        House.ROOMS.forEach(
                (packageName, rooms) -> rooms.keySet().forEach(room -> named.add(packageName + "." + room)));
        assertEquals(named, seen);
        assertEquals(List.of(), broken);
    }

    @Test
    void theCoreUsesOnlyJavaBaseAndItself() {
        List<String> broken = new ArrayList<>();
        for (JavaClass from : House.PRODUCT) {
            if (!House.CORE.contains(House.room(from))) {
                continue;
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.isPrimitive() && !isCoreOrJavaBase(target)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static boolean isCoreOrJavaBase(JavaClass target) {
        String name = target.getPackageName();
        if (House.CORE.contains(House.room(target)) || name.equals("org.jspecify.annotations")) {
            return true; // annotations leave nothing behind at run time
        }
        return name.startsWith("java.")
                && ModuleLayer.boot()
                        .findModule("java.base")
                        .orElseThrow()
                        .getPackages()
                        .contains(name);
    }

    @Test
    void theCoreReadsNoFileAndOpensNoConnection() {
        List<String> broken = new ArrayList<>();
        for (JavaClass from : House.PRODUCT) {
            if (House.CORE.contains(House.room(from))) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (target.startsWith("java.nio.file")
                            || target.startsWith("java.net")
                            || target.equals("java.io")) {
                        broken.add(dependency.getDescription());
                    }
                }
            }
        }
        // Serializable is a marker of every enum, lambda and exception, not a use of files.
        broken.removeIf(description ->
                description.contains("java.io.Serializable") || description.contains("java.io.ObjectInputStream"));
        assertEquals(List.of(), broken);
    }

    @Test
    void packagesAreFlatExceptDevicesAndThoseWithRooms() {
        for (JavaClass javaClass : House.PRODUCT) {
            String room = House.room(javaClass);
            assertFalse(room.contains(".") && !room.startsWith("device."), room);
        }
    }
}
