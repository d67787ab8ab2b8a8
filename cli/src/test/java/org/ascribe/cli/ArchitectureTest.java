package org.ascribe.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders of the modules. This module sees all that is shipped. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("org.ascribe");

    /** What each module may use of the others. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "core", Set.of(),
            "analyse", Set.of("core"),
            "extract", Set.of("core"),
            "codebook", Set.of("core", "extract"),
            "exchange", Set.of("core"),
            "store", Set.of("core"),
            "pipeline", Set.of("core", "analyse", "extract", "exchange", "store"),
            "workbench", Set.of("core", "analyse", "extract", "exchange", "store", "pipeline"),
            "bench", Set.of("core", "analyse", "extract", "codebook", "exchange", "store", "pipeline"),
            "cli",
                    Set.of(
                            "core",
                            "analyse",
                            "extract",
                            "codebook",
                            "exchange",
                            "store",
                            "pipeline",
                            "workbench",
                            "bench"));

    @Test
    void everyModuleIsSeen() {
        Set<String> seen = MAIN.stream().map(ArchitectureTest::module).collect(Collectors.toSet());
        assertThat(seen).containsAll(MAY_USE.keySet());
    }

    @Test
    void coreNeedsOnlyTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("org.ascribe.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.ascribe.core..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        "java.nio.charset..",
                        "java.security..",
                        "org.jspecify.."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core",
                "analyse",
                "extract",
                "codebook",
                "exchange",
                "store",
                "pipeline",
                "workbench",
                "bench",
                "cli"
            })
    void aModuleUsesOnlyThoseBelowIt(String module) {
        String[] others = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(module))
                .filter(other -> !MAY_USE.getOrDefault(module, Set.of()).contains(other))
                .map(other -> "org.ascribe." + other + "..")
                .toArray(String[]::new);
        if (others.length > 0) {
            check(noClasses()
                    .that()
                    .resideInAPackage("org.ascribe." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void modulesAreFreeOfCycles() {
        check(slices().matching("org.ascribe.(*)..").should().beFreeOfCycles());
    }

    @Test
    void extractStartsWithoutDatabaseAndWebServer() {
        check(noClasses()
                .that()
                .haveSimpleNameStartingWith("ExtractCommand")
                .or()
                .haveFullyQualifiedName("org.ascribe.pipeline.Extraction")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ascribe.store..", "org.ascribe.workbench.."));
    }

    @Test
    void onlyTheStoreTouchesSql() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ascribe.store..", "org.ascribe.bench.counts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb.."));
    }

    @Test
    void onlyTheWorkbenchTouchesTheWebServer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.ascribe.workbench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "org.apache.catalina.."));
    }

    @Test
    void onlyExtractTouchesParsersAndLanguageModels() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.ascribe.extract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "opennlp..",
                        "org.jsoup..",
                        "org.apache.pdfbox..",
                        "org.apache.poi..",
                        "com.rometools..",
                        "org.netpreserve..",
                        "org.apache.james.."));
    }

    @Test
    void onlyTheCommandTouchesTheCommandLineParserAndTheLoggingBackEnd() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.ascribe.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.slf4j.simple.."));
    }

    @Test
    void onlyTheCommandEndsTheProgram() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ascribe.cli..", "org.ascribe.bench..")
                .should()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void clockChanceAndLocaleAreHandedIn() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.ascribe.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "setDefault", Locale.class)
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random"));
    }

    @Test
    void textIsNeverReadOrWrittenInTheCharsetOrLocaleOfTheMachine() {
        check(noClasses()
                .should()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase"));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = MAIN.stream()
                .map(JavaClass::getPackage)
                .filter(pack -> pack.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(pack -> pack.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
