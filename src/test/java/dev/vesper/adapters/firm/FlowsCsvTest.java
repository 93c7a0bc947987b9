package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.books.flow.FlowWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** flows.csv as people write it. */
class FlowsCsvTest {
    @TempDir
    Path firm;

    private List<FlowWords> read(String text) throws IOException {
        Files.writeString(firm.resolve("flows.csv"), text);
        return new FlowsCsv().read(firm);
    }

    @Test
    void aFirmWithoutFlowsHasNone() {
        assertEquals(List.of(), new FlowsCsv().read(firm));
    }

    @Test
    void linesAreReadByTheirColumns() throws IOException {
        List<FlowWords> flows = read("Id,Kind,Date,Account,Amount,Currency,New Symbol,Symbol\n"
                + "D-1,deposit,2018-04-11,ACC1,1000.50,USD,,\n"
                + "S-1,symbol-change,2018-04-12,,,,META,FB\n");
        assertEquals("1000.5", flows.getFirst().text("amount"));
        assertEquals("META", flows.getLast().text("new_symbol"));
        assertEquals("D-1", flows.getFirst().id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D-2,deposit,2018-04-11,ACC1,abc,USD   | flows.csv:3:5: Expected a number like 1250.50, but got "abc"
            D-2,deposit,2018-04-11,ACC1,-5,USD    | flows.csv:3:5: Expected amount greater than zero
            D-2,deposit,2018-04-11,ACC1,1e40,USD  | flows.csv:3:5: Expected a number like
            D-2,deposti,2018-04-11,ACC1,5,USD     | flows.csv:3:2: Expected one of deposit
            D-2,deposit,11.04.2018,ACC1,5,USD     | flows.csv:3:3: Expected a date like
            D-2,deposit,9999-04-11,ACC1,5,USD     | flows.csv:3:3: Expected a date from 1900
            D 2,deposit,2018-04-11,ACC1,5,USD     | flows.csv:3:1: Expected an id of at most
            D-1,deposit,2018-04-11,ACC1,6,USD     | flows.csv:3:1: Expected each id once
            ,deposit,2018-04-11,ACC1,6,USD        | flows.csv:3:1: Expected an id, but the cell is empty
            D-2,deposit,2018-04-11,,6,USD         | flows.csv:3:4: Expected account, but it is missing
            D-2,split,2018-04-11,,,               | flows.csv:3:2: Expected symbol, but it is missing (there is no column symbol)
            """)
    void aLineThatIsWrongIsNamedWithItsColumn(String line, String sentence) {
        Problem wrong = assertThrows(
                Problem.class,
                () -> read("id,kind,date,account,amount,currency\nD-1,deposit,2018-04-11,ACC1,5,USD\n"
                        + (line == null ? "" : line) + "\n"));
        assertEquals(Problem.Kind.INPUT, wrong.kind());
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(sentence), wrong.getMessage());
    }

    @Test
    void anUnknownColumnIsRefused() {
        Problem wrong = assertThrows(Problem.class, () -> read("id,kind,date,acount\n"));
        assertTrue(String.valueOf(wrong.getMessage()).contains("account"), wrong.getMessage());
    }
}
