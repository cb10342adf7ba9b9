package org.rollscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No clock, no thread, no standard stream and no platform-dependent arithmetic where they do not belong. */
class NoiseTest {
    private static final DescribedPredicate<JavaClass> OUTSIDE_APP = DescribedPredicate.describe(
            "outside of app", type -> !House.room(type).equals("app"));
    private static final DescribedPredicate<JavaClass> IN_CORE =
            DescribedPredicate.describe("in the core", type -> House.CORE.contains(House.room(type)));
    /** Functions whose last bit may differ between machines; StrictMath has the same on all. */
    private static final Set<String> LOOSE_FUNCTIONS =
            Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "pow", "cbrt", "hypot");

    @Test
    void onlyTheAppAndTheWindowAskTheSystemForTheTime() {
        noClasses()
                .that(OUTSIDE_APP)
                .and()
                .resideOutsideOfPackage("org.rollscope.viewer..")
                .should()
                .callMethodWhere(describe(
                        "the system clock",
                        call -> isOneOf(
                                call,
                                "java.lang.System.nanoTime",
                                "java.lang.System.currentTimeMillis",
                                "java.time.Instant.now",
                                "java.time.LocalDate.now",
                                "java.time.LocalDateTime.now",
                                "java.time.ZonedDateTime.now",
                                "java.time.ZoneId.systemDefault",
                                "java.time.Clock.systemUTC",
                                "java.time.Clock.systemDefaultZone")))
                .check(House.PRODUCT);
    }

    @Test
    void onlyTheAppWritesToStandardStreams() {
        noClasses()
                .that(OUTSIDE_APP)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(
                        describe("printStackTrace", call -> call.getName().equals("printStackTrace")))
                .check(House.PRODUCT);
    }

    @Test
    void theCoreMakesNoThread() {
        noClasses()
                .that(IN_CORE)
                .should()
                .callConstructorWhere(
                        describe("a new thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(House.PRODUCT);
    }

    @Test
    void theCoreComputesTheSameBitsOnEveryMachine() {
        noClasses()
                .that(IN_CORE)
                .should()
                .callMethodWhere(describe(
                        "a function of Math that may differ between machines",
                        call -> call.getTargetOwner().getFullName().equals("java.lang.Math")
                                && LOOSE_FUNCTIONS.contains(call.getName())))
                .check(House.PRODUCT);
    }

    private static boolean isOneOf(JavaCall<?> call, String... names) {
        return Set.of(names).contains(call.getTargetOwner().getFullName() + "." + call.getName());
    }

    private static <T extends JavaCall<?>> DescribedPredicate<T> describe(
            String words, java.util.function.Predicate<T> predicate) {
        return DescribedPredicate.describe(words, predicate);
    }
}
