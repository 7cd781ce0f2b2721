package io.tripline.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.tripline.dsl.RuleCompiler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the engine may know: what decides outcomes is pure, and only the host touches the machine. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.tripline.engine");

    private static final DescribedPredicate<JavaClass> HOST = resideInAnyPackage(
            "io.tripline.engine.host..",
            "io.tripline.engine.journal..",
            "io.tripline.engine.backtest..",
            "io.tripline.engine.explain..",
            "io.tripline.engine.state..");

    private static final DescribedPredicate<JavaClass> PURE =
            resideInAPackage("io.tripline.engine..").and(not(HOST)).as("pure packages");

    @Test
    void pureCodeHasNoFilesThreadsOrLogs() {
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "sun..",
                        "jdk.internal..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(CLASSES);
    }

    @Test
    void pureCodeHasNoClockChanceOrOrderOfHashing() {
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Clock.class, Random.class, SplittableRandom.class, UUID.class, HashMap.class, HashSet.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(CLASSES);
    }

    @Test
    void pureCodeDoesNotKnowTheHost() {
        noClasses().that(PURE).should().dependOnClassesThat(HOST).check(CLASSES);
    }

    @Test
    void onlyTheHostKnowsTheDisruptorAndChronicle() {
        noClasses()
                .that(not(HOST))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.lmax..", "net.openhft..")
                .check(CLASSES);
    }

    @Test
    void pureCodeNeitherParsesNorChecksRules() {
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tripline.dsl.check..", "io.tripline.dsl.syntax..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(RuleCompiler.class)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.tripline.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
