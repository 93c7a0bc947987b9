package dev.vesper.portfolio.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.vesper.basics.Kind;
import dev.vesper.basics.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WeightingMethodsTest {
    private record Forgotten() implements WeightingMethod {
        @Override
        public Kind<Forgotten> kind() {
            return new Kind<>("forgotten", "is in no list", List.of(), a -> new Forgotten());
        }

        @Override
        public Weights weigh(WeightingProblem problem) {
            return new EqualWeight().weigh(problem);
        }
    }

    @Test
    @Tag("class-files")
    void everyMethodIsListed() {
        JavaClasses product = new ClassFileImporter().importPackagesOf(WeightingMethod.class);
        assertEquals(
                Set.of(Forgotten.class.getName()),
                unlisted(product),
                "only the one that this test forgets on purpose; add the others to WeightingMethods.ALL");
    }

    private static Set<String> unlisted(JavaClasses classes) {
        Set<String> listed = WeightingMethods.ALL.all().stream()
                .map(kind -> kind.standard().getClass().getName())
                .collect(Collectors.toSet());
        return classes.stream()
                .filter(c -> c.isAssignableTo(WeightingMethod.class)
                        && !c.isInterface()
                        && !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .filter(name -> !listed.contains(name))
                .collect(Collectors.toSet());
    }

    @Test
    void aMethodKnowsItsKind() {
        for (Kind<? extends WeightingMethod> kind : WeightingMethods.ALL) {
            assertEquals(kind, kind.standard().kind());
        }
    }

    /** A method that was asked for in a firm's file must not change its name; the order is that of help and pages. */
    @Test
    void theWordsAndTheirOrder() {
        assertEquals(List.of("hrp", "equal-weight", "minimum-variance"), WeightingMethods.ALL.words());
    }

    @Test
    void thePageHasTheTableOfTheRegistry() throws IOException {
        StringBuilder table =
                new StringBuilder("| method | what it does | parameter | default | may be |\n|---|---|---|---|---|\n");
        for (Kind<? extends WeightingMethod> kind : WeightingMethods.ALL) {
            String start = "| `" + kind.word() + "` | " + kind.sentence() + " |";
            for (Parameter<?> p : kind.parameters()) {
                table.append(start)
                        .append(" `")
                        .append(p.word())
                        .append("`: ")
                        .append(p.sentence())
                        .append(" | ");
                table.append(p.standardText())
                        .append(" | ")
                        .append(p.expected())
                        .append(" |\n");
                start = "| | |";
            }
            if (kind.parameters().isEmpty()) {
                table.append(start).append(" none | | |\n");
            }
        }
        String page = Files.readString(Path.of("src/docs/weights.md"));
        int from = page.indexOf("| method |");
        assertEquals(table.toString(), page.substring(from, page.indexOf("\n\n", from) + 1));
    }
}
