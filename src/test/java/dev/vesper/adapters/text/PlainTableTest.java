package dev.vesper.adapters.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTableTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    @Test
    void cellsAreReadWhereTheyLie() throws IOException {
        try (PlainTable table = PlainTable.open(file("\uFEFFa, b ,c\r\n12,fF,Q\r\n\r\n0,0,A"))) {
            assertEquals(1, table.columns().require("b"));
            assertTrue(table.next());
            assertEquals(12, table.whole(0, 12));
            assertEquals(255, table.hexadecimal(1));
            assertEquals('Q', table.letter(2));
            assertTrue(table.next());
            assertEquals(0, table.whole(0, 1));
            assertEquals('A', table.letter(2));
            assertFalse(table.next());
            assertFalse(table.next());
        }
    }

    /** Many times the buffer, so that lines lie across its end. */
    @Test
    void longFilesAreReadToTheEnd() throws IOException {
        int rows = 100_000;
        StringBuilder text = new StringBuilder("n,twice\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(2 * i).append('\n');
        }
        Path packed = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (Path one : new Path[] {file(text.toString()), packed}) {
            try (PlainTable table = PlainTable.open(one)) {
                int row = 0;
                while (table.next()) {
                    assertEquals(row, table.whole(0, rows));
                    assertEquals(2L * row, table.whole(1, 2L * rows));
                    row++;
                }
                assertEquals(rows, row);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b;1     | t.csv:2: Expected 2 columns as in the header, but the line has 1
            a,b;1,2,3 | t.csv:2: Expected 2 columns as in the header, but the line has 3
            a,b;1,9   | t.csv:2:2: Expected a whole number from 0 to 8, but got "9"
            a,b;1,-1  | t.csv:2:2: Expected a whole number from 0 to 8, but got "-1"
            a,b;1,1.5 | t.csv:2:2: Expected a whole number from 0 to 8, but got "1.5"
            a,b;1,    | t.csv:2:2: Expected a whole number from 0 to 8, but got ""
            a,b;1,1234567890123456789012 | t.csv:2:2: Expected a whole number from 0 to 8, but got "1234567890123456789012"
            a,a;1,1   | t.csv:1:2: Expected each column once, but "a" is also column 1
            x,y;1,1   | t.csv:1: Expected a column "b", but the header has x, y; maybe "x" is meant
            """)
    void aMistakeIsNamedWithItsPlace(String text, String said) throws IOException {
        Path file = file(text.strip().replace(';', '\n'));
        assertEquals(said, assertThrows(Problem.class, () -> readB(file)).getMessage());
    }

    private static void readB(Path file) {
        try (PlainTable table = PlainTable.open(file)) {
            int b = table.columns().require("b");
            while (table.next()) {
                table.whole(b, 8);
            }
        }
    }

    @Test
    void aLineWithoutAnEndIsRefused() throws IOException {
        Path file = file("a\n" + "1".repeat(400_000));
        try (PlainTable table = PlainTable.open(file)) {
            String said = assertThrows(Problem.class, table::next).getMessage();
            assertTrue(said.startsWith("t.csv:2: Expected lines of at most 65536 characters"), said);
        }
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsRefused() throws IOException {
        Path none = folder.resolve("none.csv");
        assertTrue(assertThrows(Problem.class, () -> PlainTable.open(none))
                .getMessage()
                .contains("does not exist"));
        Path empty = file("");
        assertEquals(
                "t.csv: Expected a table, but the file is empty",
                assertThrows(Problem.class, () -> PlainTable.open(empty)).getMessage());
    }
}
