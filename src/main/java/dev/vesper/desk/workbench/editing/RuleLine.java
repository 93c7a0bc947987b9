package dev.vesper.desk.workbench.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule in a list.
 *
 * @param file below the rules folder, for example {@code limits/position-weight.dmn}
 * @param name for example {@code position-weight}
 * @param kind for people: {@code limit}
 * @param version of the file, its first 12 digits
 * @param rows of a table; of code, its rules
 * @param sentence what it measures or says; may be empty
 * @param activeSince when this version of the file came to judge orders; null where it does not, or where it is not known
 * @param trouble why the file cannot be read; empty where it can
 */
public record RuleLine(
        String file,
        String name,
        String kind,
        String version,
        int rows,
        String sentence,
        @Nullable Instant activeSince,
        String trouble) {}
