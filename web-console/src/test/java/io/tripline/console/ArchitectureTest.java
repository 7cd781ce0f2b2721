package io.tripline.console;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

/** What the parts of the product may know of each other. */
@AnalyzeClasses(packages = "io.tripline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.tripline..")
            .layer("rule-dsl")
            .definedBy("io.tripline.dsl..")
            .layer("cep-engine")
            .definedBy("io.tripline.engine..")
            .layer("alerting")
            .definedBy("io.tripline.alerting..")
            .layer("rules-examples")
            .definedBy("io.tripline.examples..")
            .layer("web-console")
            .definedBy("io.tripline.console..")
            .whereLayer("web-console")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rules-examples")
            .mayOnlyBeAccessedByLayers("web-console")
            .whereLayer("alerting")
            .mayOnlyBeAccessedByLayers("web-console")
            .whereLayer("cep-engine")
            .mayOnlyBeAccessedByLayers("alerting", "rules-examples", "web-console")
            .whereLayer("rule-dsl")
            .mayOnlyBeAccessedByLayers("cep-engine", "alerting", "rules-examples", "web-console");

    @ArchTest
    static final ArchRule nothingDependsOnMeasuring =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.tripline.perf..");

    @ArchTest
    static final ArchRule springStaysInTheApplication = noClasses()
            .that()
            .resideOutsideOfPackage("io.tripline.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule springStaysOutOfWhatNeedsNoServer = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.tripline.console.decode..",
                    "io.tripline.console.replay..",
                    "io.tripline.console.settings..",
                    "io.tripline.console.cli..",
                    "io.tripline.console.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule generatedParserStaysWhereTextsAreReadAndFormatted = noClasses()
            .that()
            .resideOutsideOfPackages("io.tripline.dsl.syntax..", "io.tripline.dsl.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tripline.dsl.syntax.grammar..", "org.antlr..");

    @ArchTest
    static final ArchRule journalAndRingStayInTheHost = noClasses()
            .that(not(resideInAnyPackage("io.tripline.engine.host..", "io.tripline.engine.journal..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.openhft..", "com.lmax..");

    @ArchTest
    static final ArchRule controllersAreNobodyElsesBusiness =
            classes().that().areAnnotatedWith(RestController.class).should().notHaveModifier(JavaModifier.PUBLIC);

    /** The API's features know the common parts, not each other. */
    @ArchTest
    static final ArchRule featuresAreApart = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.tripline.console.rules..", "io.tripline.console.alerts..", "io.tripline.console.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tripline.console.ingest..",
                    "io.tripline.console.ops..",
                    "io.tripline.console.node..",
                    "io.tripline.console.cli..",
                    "io.tripline.console.demo..",
                    "io.tripline.console.replay..");
}
