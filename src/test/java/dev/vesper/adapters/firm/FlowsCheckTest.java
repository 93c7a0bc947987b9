package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What firm check promises of flows is what the day does. */
class FlowsCheckTest {
    @TempDir
    Path firm;

    @BeforeEach
    void aFirm() throws IOException {
        Files.writeString(
                firm.resolve("accounts.csv"),
                "account,name,currency,cash,strategy\nACC1,One,USD,1000,core\nACC2,Two,USD,1,core\n");
        Files.writeString(firm.resolve("positions.csv"), "account,symbol,quantity,cost,acquired\n");
        Files.writeString(firm.resolve("prices.csv"), "date,IBM,META\n2024-01-02,100,300\n");
        Files.writeString(firm.resolve("instruments.csv"), "symbol\nIBM\nMETA\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D-1,deposit,2024-01-02,ACC9,5,USD,,,,,           | flows.csv:2:4: Expected an account of accounts.csv, but got "ACC9"; maybe "ACC1" is meant
            T-1,transfer,2024-01-02,ACC1,,,IBM,,5,ACC9,      | flows.csv:2:10: Expected an account of accounts.csv, but got "ACC9"; maybe "ACC1" is meant
            T-1,transfer,2024-01-02,ACC1,,,IMB,,5,ACC2,      | flows.csv:2:7: Expected a symbol of the instruments, but got "IMB"; maybe "IBM" is meant
            D-1,deposit,2024-01-02,ACC1,5,EUR,,,,,           | flows.csv:2:6: Expected the accounts' currency, but got "EUR"
            S-1,symbol-change,2024-01-02,,,,FB,,,,MATA       | flows.csv:2:11: Expected a symbol of the instruments, but got "MATA"; maybe "META" is meant
            """)
    void whatTheFirmHasNotIsNamedWithItsColumn(String line, String sentence) throws IOException {
        Problem wrong = assertThrows(Problem.class, () -> check(line));
        assertEquals(sentence, wrong.getMessage());
        assertEquals(Problem.Kind.INPUT, wrong.kind());
    }

    @Test
    void whatItHasAndWhatASymbolWasBeforeIsTaken() {
        assertDoesNotThrow(
                () -> check(
                        "D-1,deposit,2024-01-02,ACC1,5,USD,,,,,\nT-1,transfer,2024-01-02,ACC1,,,IBM,,5,ACC2,\n"
                                + "S-1,symbol-change,2024-01-02,,,,FB,,,,META\nV-1,dividend,2024-01-02,,0.5,USD,FB,2024-02-01,,,"));
        assertDoesNotThrow(() -> {
            Files.delete(firm.resolve("flows.csv"));
            FlowsCheck.of(new FirmFolder().read(firm));
        });
    }

    private void check(String lines) throws IOException {
        Files.writeString(
                firm.resolve("flows.csv"),
                "id,kind,date,account,amount,currency,symbol,pay,units,to,new_symbol\n" + lines + "\n");
        FlowsCheck.of(new FirmFolder().read(firm));
    }
}
