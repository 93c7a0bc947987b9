package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SectionsTest {
    @Test
    void noSectionIsForgotten() {
        Set<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.vesper.adapters.report")
                        .stream()
                        .filter(c -> c.isAssignableTo(Section.class) && !c.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Sections.ALL.all().stream()
                .map(s -> s.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written, listed);
    }

    @Test
    void everyKindOfBlockHasItsFragment() throws IOException {
        String template = Files.readString(Path.of("src/main/console/report/report.html"));
        assertTrue(Stream.of(Block.class.getPermittedSubclasses())
                .map(c -> c.getSimpleName().toLowerCase(Locale.ROOT))
                .allMatch(kind -> template.contains("th:case=\"'" + kind + "'\"")));
    }
}
