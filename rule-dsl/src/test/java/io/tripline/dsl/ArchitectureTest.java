package io.tripline.dsl;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who may know what in the compiler: the plan nothing of the text, and only {@code syntax} and {@code format} of the parser. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.tripline.dsl");

    @Test
    void onlySyntaxAndTheFormatterKnowTheParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tripline.dsl.syntax..", "io.tripline.dsl.format")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tripline.dsl.syntax.grammar..", "org.antlr..")
                .check(CLASSES);
    }

    @Test
    void whatSyntaxShowsToOthersIsFreeOfTheParser() {
        noClasses()
                .that()
                .resideInAPackage("io.tripline.dsl.syntax")
                .and()
                .areRecords()
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tripline.dsl.syntax.grammar..", "org.antlr..")
                .check(CLASSES);
    }

    @Test
    void plansAndSchemasKnowNothingOfTexts() {
        packagesKnowNothingOf("io.tripline.dsl.(plan|schema)", "syntax", "check", "diagnostic.Diagnostic");
    }

    @Test
    void syntaxOnlyReportsAndDoesNotCheck() {
        packagesKnowNothingOf("io.tripline.dsl.syntax(.*)", "check");
    }

    @Test
    void diagnosticsKnowNothingOfTheLanguage() {
        packagesKnowNothingOf("io.tripline.dsl.diagnostic", "schema", "plan", "syntax", "check");
    }

    private static void packagesKnowNothingOf(String packages, String... unknown) {
        for (String name : unknown) {
            noClasses()
                    .that(nameMatching(packages + "\\.[A-Z].*"))
                    .should()
                    .dependOnClassesThat(nameMatching("io\\.tripline\\.dsl\\." + name + "(\\..*|)"))
                    .check(CLASSES);
        }
    }

    @Test
    void compilingIsAFunctionOfTheTexts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.util.concurrent..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, Thread.class)
                .check(CLASSES);
    }
}
