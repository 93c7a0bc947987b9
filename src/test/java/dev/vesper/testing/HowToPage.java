package dev.vesper.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page of {@code src/docs}, whose examples a test runs: what stands between its fences. */
public final class HowToPage {
    private static final String FENCE = "```";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

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

    /**
     * The commands of the page that begin so, in its order: the words after {@code ./vesper}, without who does them.
     *
     * @param begin for example {@code runs move}
     */
    public List<List<String>> commands(String begin) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./vesper " + begin))
                .map(line -> WORD.matcher(line.replaceFirst(" +(--as|#) .*", ""))
                        .results()
                        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                        .skip(1)
                        .toList())
                .toList();
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
