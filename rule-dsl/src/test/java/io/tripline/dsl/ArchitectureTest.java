package io.tripline.dsl;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.tripline.dsl.check.SourceSpan;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who may know what in the compiler: the plan nothing of the text, and only {@code syntax} of the parser. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.tripline.dsl");

    @Test
    void theParserStaysInSyntax() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tripline.dsl.syntax..")
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
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tripline.dsl.syntax.grammar..", "org.antlr..")
                .check(CLASSES);
    }

    @Test
    void plansAndSchemasKnowNothingOfTexts() {
        noClasses()
                .that()
                .resideInAnyPackage("io.tripline.dsl.plan..", "io.tripline.dsl.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tripline.dsl.syntax..", "org.antlr..")
                .orShould()
                .dependOnClassesThat(
                        resideInAPackage("io.tripline.dsl.check").and(not(belongToAnyOf(SourceSpan.class))))
                .check(CLASSES);
    }

    @Test
    void syntaxOnlyReportsAndDoesNotCheck() {
        noClasses()
                .that()
                .resideInAPackage("io.tripline.dsl.syntax..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.tripline\\.dsl\\.check\\..*Checker.*")
                .check(CLASSES);
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
