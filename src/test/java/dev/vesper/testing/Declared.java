package dev.vesper.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.StageName;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;

/** What the use cases declare, found in their classes: nobody keeps a second list of it. */
public final class Declared {
    private static final JavaClasses DESK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.vesper.desk");

    private Declared() {}

    /** Every stage, by its job. */
    public static List<StageName> stages() {
        return constants(StageName.class).stream()
                .sorted(Comparator.comparing(StageName::job))
                .toList();
    }

    /** Every variable that a gateway may ask. */
    @SuppressWarnings("unchecked") // ProcessVariable<?> has no class literal
    public static List<ProcessVariable<?>> variables() {
        return (List<ProcessVariable<?>>) (List<?>) constants(ProcessVariable.class);
    }

    private static <T> List<T> constants(Class<T> type) {
        return DESK.stream()
                .flatMap(declaring -> declaring.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(type)
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::reflect)
                .map(field -> type.cast(value(field)))
                .toList();
    }

    private static Object value(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
