package dev.vesper.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of {@code src/docs}, whose examples a test runs: what stands between its fences. */
public final class HowToPage {
    private static final String FENCE = "```";

    private final Path file;
    private final String text;

    private HowToPage(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** {@code of("how-to-add-a-measure.md")}. */
    public static HowToPage of(String name) {
        Path file = Path.of("src/docs", name);
        try {
            return new HowToPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** The first block of a language, such as {@code java}. */
    public String block(String language) {
        List<String> blocks = blocks(language);
        assertTrue(!blocks.isEmpty(), () -> "Expected a block in " + language + " on " + file + ", but there is none");
        return blocks.getFirst();
    }

    /** All blocks of a language, in the order of the page. */
    public List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder open = null;
        for (String line : text.lines().toList()) {
            if (open != null && line.equals(FENCE)) {
                blocks.add(open.toString());
                open = null;
            } else if (open != null) {
                open.append(line).append('\n');
            } else if (line.equals(FENCE + language)) {
                open = new StringBuilder();
            }
        }
        return blocks;
    }

    /** The rows of all tables of the page, cells stripped, without heads' rulers. */
    public List<List<String>> rows() {
        return text.lines()
                .filter(l -> l.startsWith("|") && !l.startsWith("|--"))
                .map(l -> List.of(l.substring(1, l.lastIndexOf('|')).split("\\|", -1)))
                .map(cells -> cells.stream().map(String::strip).toList())
                .toList();
    }
}
