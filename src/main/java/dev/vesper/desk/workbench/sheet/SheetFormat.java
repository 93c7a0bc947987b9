package dev.vesper.desk.workbench.sheet;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a table can be edited in: a spreadsheet, or a modeller, which gets DMN 1.3. */
public enum SheetFormat {
    XLSX,
    CSV,
    DMN;

    /** Of files' names, and as people write it: {@code xlsx}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By how a file's name ends; empty where that tells nothing. */
    public static Optional<SheetFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.word()))
                .findFirst();
    }

    /**
     * By its word.
     *
     * @throws Problem of kind INPUT where it is none
     */
    public static SheetFormat ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                        "Expected one of " + words() + ", but got \"" + Problem.shortened(Visible.line(word)) + "\""));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(SheetFormat::word).toList();
    }
}
