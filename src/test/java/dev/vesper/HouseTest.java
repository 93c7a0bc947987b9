package dev.vesper;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The floors of the house: imports go down only, no circles, no adapter knows another. */
@AnalyzeClasses(packages = "dev.vesper", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule importsGoDownOnly = floors();

    private static ArchRule floors() {
        var house = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (Floors floor : Floors.values()) {
            house = house.layer(floor.name()).definedBy(floor.patterns());
        }
        for (Floors floor : Floors.values()) {
            house = floor.above().length == 0
                    ? house.whereLayer(floor.name()).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(floor.name()).mayOnlyBeAccessedByLayers(floor.above());
        }
        return house;
    }

    /** The picture in ARCHITECTURE.md is drawn from the floors; where it is old, the new one is in the message. */
    @Test
    void thePictureShowsTheHouse() throws IOException {
        String page = Files.readString(Path.of("ARCHITECTURE.md"));
        String begin = "<!-- floors -->\n";
        String shown = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("<!-- /floors -->"));
        assertEquals(Floors.picture(), shown, "put this between the marks in ARCHITECTURE.md");
    }

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("dev.vesper.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noAdapterKnowsAnother =
            slices().matching("dev.vesper.adapters.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theGroundKnowsNothingOfTheProject = classes()
            .that()
            .resideInAnyPackage("dev.vesper.basics..", "dev.vesper.maths..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.vesper.basics..", "dev.vesper.maths..", "java..", "org.jspecify..", "org.ojalgo.."));

    /** Nothing below the adapters opens a file, a socket, a clock, a random source or a thread. */
    @ArchTest
    static final ArchRule businessIsPure = noClasses()
            .that()
            .resideOutsideOfPackages("dev.vesper.adapters..", "dev.vesper.app..", "dev.vesper.engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.io..", "java.util.concurrent.."))
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.random.RandomGenerator.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");
}
