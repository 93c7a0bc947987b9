package dev.vesper.adapters.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guards every file passes before anybody reads a value from it. */
class TextFileTest {
    @TempDir
    Path folder;

    /** Characters of one to four bytes, of which some lie across every buffer's edge. */
    @Test
    void longerCharactersPassWhereverTheBufferEnds() throws IOException {
        String text = "a\u00e9\u20ac\uD83D\uDCB6\n".repeat(20_000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int piece : List.of(1, 7, 16_383, 1 << 20)) {
            assertEquals(text, read(inPieces(bytes, piece)), "pieces of " + piece);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            overlong slash            | 610a C0 AF       | x.csv:2:1: Expected UTF-8, but byte 0xC0
            half of a pair            | 612c ED A0 80    | x.csv:1:2: Expected UTF-8, but byte 0xED
            above the last character  | F4 90 80 80      | x.csv:1:1: Expected UTF-8, but byte 0xF4
            cut off at the end        | 612c 622c E2 82  | x.csv:1:3: Expected UTF-8, but byte 0xE2
            half a byte order mark    | EF BB 61         | x.csv:1:1: Expected UTF-8, but byte 0xEF
            UTF-16                    | FF FE 61 00      | x.csv:1:1: Expected UTF-8, but the file looks like UTF-16
            a zero byte               | 61 0d0a 62 2c 00 | x.csv:2:2: Expected text, but there is a zero byte
            a zero byte after \\r     | 61 0d 62 2c 00   | x.csv:2:2: Expected text, but there is a zero byte
            """)
    void whatIsNotTextIsNamedWithItsPlace(String story, String hex, String message) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        for (int piece : List.of(1, 2, 100)) {
            Problem problem = assertThrows(Problem.class, () -> read(inPieces(bytes, piece)));
            assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
            assertEquals(Problem.Kind.INPUT, problem.kind());
        }
    }

    @Test
    void aByteOrderMarkIsDroppedOnlyAtTheStart() {
        assertEquals("a\uFEFFb", TextFile.text("\uFEFFa\uFEFFb".getBytes(StandardCharsets.UTF_8), "x.csv"));
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("x.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Problem problem = assertThrows(Problem.class, () -> TextFile.text(pipe));
        assertEquals("x.csv: Expected a regular file, but it is a folder or a device", problem.getMessage());
        assertTrue(assertThrows(Problem.class, () -> TextFile.text(Path.of("/dev/zero")))
                .getMessage()
                .contains("regular file"));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path firm = Files.createDirectory(folder.resolve("firm"));
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Files.createSymbolicLink(firm.resolve("a.csv"), secret);
        Files.createSymbolicLink(firm.resolve("b.csv"), firm.resolve("b.csv"));
        assertTrue(assertThrows(Problem.class, () -> TextFile.find(firm, "a.csv"))
                .getMessage()
                .contains("it is a link to"));
        assertTrue(assertThrows(Problem.class, () -> TextFile.find(firm, "b.csv"))
                .getMessage()
                .contains("in a circle"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                   | x.csv:1: Expected a column "value", but the header has name
            name,value,NAME        | x.csv:1:3: Expected each column once, but "NAME" is also column 1
            name,value,lot sise    | x.csv:1:3: Expected a known column, but got "lot sise"; maybe "lot size" is meant
            name,value,other       | x.csv:1:3: Expected a known column, but got "other"; known are name, value, lot size
            """)
    void aHeaderIsChecked(String header, String message) {
        Problem problem = assertThrows(
                Problem.class,
                () -> CsvFile.readText("x.csv", header + "\n", h -> {
                    h.mustBe(List.of("name", "value"), List.of("lot size"));
                    return row -> {};
                }));
        assertTrue(problem.getMessage().startsWith(message), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'"})
    void quotedCellsAndEitherLineEnd(String end) {
        List<String> rows = new ArrayList<>();
        String text = String.join(end, "Name,Value", "\"a, \"\"b\"\"\",1", "c,\"2\"", "");
        CsvFile.readText(
                "x.csv",
                text,
                header -> row -> rows.add(row.line() + " " + row.text("name") + " " + row.decimal("value")));
        assertEquals(List.of("2 a, \"b\" 1", "3 c 2"), rows);
    }

    private static String read(InputStream in) throws IOException {
        var text = new StringWriter();
        try (var reader = new GuardedReader(in, "x.csv", 0)) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    /** A stream that gives at most so many bytes at once, as a pipe or an unpacker does. */
    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, piece));
            }
        };
    }
}
