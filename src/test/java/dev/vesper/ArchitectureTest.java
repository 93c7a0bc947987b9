package dev.vesper;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.vesper.architecture.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floors: imports go down only, no circles, no adapter knows another, nothing is made below the adapters. */
@AnalyzeClasses(packages = "dev.vesper", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> ARE_BELOW_THE_ADAPTERS =
            not(resideInAnyPackage("dev.vesper.adapters..", "dev.vesper.app..", "dev.vesper.engine.."));

    @ArchTest
    static final ArchRule importsGoDownOnly = floors();

    /** The exchange stands beside the desk: the floors keep the desk from knowing it, and this the other way. */
    @ArchTest
    static final ArchRule theExchangeKnowsNoDesk = noClasses()
            .that()
            .resideInAPackage("dev.vesper.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vesper.desk..");

    /** What adapters share lies in their base package and knows none of them. */
    @ArchTest
    static final ArchRule whatAdaptersShareKnowsNoAdapter = classes()
            .that()
            .resideInAPackage("dev.vesper.adapters")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("dev.vesper.adapters", "dev.vesper.basics..", "java..", "org.jspecify.."));

    private static ArchRule floors() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (Floors floor : Floors.values()) {
            layers = layers.layer(floor.name()).definedBy(floor.patterns());
        }
        for (Floors floor : Floors.values()) {
            layers = floor.above().length == 0
                    ? layers.whereLayer(floor.name()).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(floor.name()).mayOnlyBeAccessedByLayers(floor.above());
        }
        return layers;
    }

    /** The picture in ARCHITECTURE.md is drawn from the floors; where it is old, the new one is in the message. */
    @Test
    void thePictureShowsTheFloors() throws IOException {
        String page = Files.readString(Path.of("ARCHITECTURE.md"));
        String begin = "<!-- floors -->\n";
        String shown = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("<!-- /floors -->"));
        assertEquals(Floors.picture(), shown, "put this between the marks in ARCHITECTURE.md");
    }

    /** Neither between packages nor between the sub-packages of one, at any depth. */
    @ArchTest
    static final ArchRule noCircles = noCirclesUnder("dev.vesper");

    private static ArchRule noCirclesUnder(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** One package is there for all adapters: the plain readers of text, which know none of them. */
    private static final String SHARED_READERS = "dev.vesper.adapters.text..";

    @ArchTest
    static final ArchRule noAdapterKnowsAnother = slices().matching("dev.vesper.adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED_READERS));

    @ArchTest
    static final ArchRule theSharedReadersKnowNoAdapter = noClasses()
            .that()
            .resideInAPackage(SHARED_READERS)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.vesper.adapters..").and(not(resideInAnyPackage(SHARED_READERS))));

    /** CSV and YAML are read in one place, so that the guards are too. */
    @ArchTest
    static final ArchRule textIsReadInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(SHARED_READERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("de.siegmar.fastcsv.reader..", "org.yaml.snakeyaml.."));

    /** Numbers come from libraries that are listed here, so that the next one is a decision. */
    @ArchTest
    static final ArchRule mathsUsesListedLibraries = classes()
            .that()
            .resideInAPackage("dev.vesper.maths..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.vesper.basics..", "dev.vesper.maths..", "java..", "org.jspecify..", "org.ojalgo.."));

    @ArchTest
    static final ArchRule basicsKnowsNothing = classes()
            .that()
            .resideInAPackage("dev.vesper.basics..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.vesper.basics..", "java..", "org.jspecify.."));

    /** Below the adapters nobody opens a file or a socket. */
    @ArchTest
    static final ArchRule belowTheAdaptersNothingIsOpened = noClasses()
            .that(ARE_BELOW_THE_ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.io..", "java.nio.channels.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");

    private static final Signatures MAKERS =
            Signatures.read(Path.of("src/test/resources/architecture/made-not-given.txt"));

    /** Below the adapters a clock, a generator, an executor is given, never made. */
    @ArchTest
    static final ArchRule belowTheAdaptersNothingIsMade = nothingIsMade(ARE_BELOW_THE_ADAPTERS);

    private static ArchRule nothingIsMade(DescribedPredicate<JavaClass> where) {
        return noClasses()
                .that(where)
                .should()
                .accessTargetWhere(MAKERS.targeted())
                .because("time, chance and threads are arguments");
    }

    /** The machine's clock and zone are taken in one place; above the adapters too, everybody else is given Times. */
    @ArchTest
    static final ArchRule theClockAndTheZoneAreTakenInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.vesper.app.wiring.SystemTimes")
            .should()
            .accessTargetWhere(Signatures.read(Path.of("src/test/resources/architecture/taken-in-one-place.txt"))
                    .targeted())
            .because("a day must be able to follow a clock that is not the machine's");

    /** The rule itself is tried on classes that break it, and on classes that do the same with what they are given. */
    @Test
    void everyMakerIsCaughtAndEveryTakerPasses() {
        JavaClasses examples = new ClassFileImporter().importPackages("dev.vesper.architecture");
        var makers = nothingIsMade(simpleName("Makers")).evaluate(examples);
        for (JavaMethod maker : examples.get("dev.vesper.architecture.Makers").getMethods()) {
            if (!maker.getName().startsWith("lambda$")) {
                assertTrue(
                        makers.getFailureReport().getDetails().stream()
                                .anyMatch(d -> d.contains("Makers." + maker.getName() + "(")),
                        () -> "Expected " + maker.getName() + " to be caught, but only "
                                + makers.getFailureReport().getDetails());
            }
        }
        assertEquals(
                List.of(),
                nothingIsMade(simpleName("Takers"))
                        .evaluate(examples)
                        .getFailureReport()
                        .getDetails());
    }

    @Test
    void aCircleBetweenSubPackagesIsCaught() {
        JavaClasses examples = new ClassFileImporter().importPackages("dev.vesper.architecture");
        assertTrue(noCirclesUnder("dev.vesper.architecture").evaluate(examples).hasViolation());
    }
}
