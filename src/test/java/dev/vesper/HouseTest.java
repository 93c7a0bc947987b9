package dev.vesper;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The floors of the house: imports go down only, no circles, no adapter knows another. */
@AnalyzeClasses(packages = "dev.vesper", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule importsGoDownOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("ground")
            .definedBy("dev.vesper.basics..", "dev.vesper.maths..")
            .layer("market")
            .definedBy("dev.vesper.market..", "dev.vesper.data..")
            .layer("book")
            .definedBy("dev.vesper.orders..", "dev.vesper.portfolio..")
            .layer("business")
            .definedBy(
                    "dev.vesper.limits..",
                    "dev.vesper.approvals..",
                    "dev.vesper.execution..",
                    "dev.vesper.risk..",
                    "dev.vesper.rebalance..",
                    "dev.vesper.learning..")
            .layer("desk")
            .definedBy("dev.vesper.desk..")
            .layer("adapters")
            .definedBy("dev.vesper.adapters..")
            .layer("app")
            .definedBy("dev.vesper.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("adapters")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("desk")
            .mayOnlyBeAccessedByLayers("adapters", "app")
            .whereLayer("business")
            .mayOnlyBeAccessedByLayers("desk", "adapters", "app")
            .whereLayer("book")
            .mayOnlyBeAccessedByLayers("business", "desk", "adapters", "app")
            .whereLayer("market")
            .mayOnlyBeAccessedByLayers("book", "business", "desk", "adapters", "app");

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
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");
}
