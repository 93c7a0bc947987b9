package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.PriceRows;
import dev.vesper.basics.Problem;
import dev.vesper.data.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract or a product of which the end is missing is none. */
class CutContractTest {
    private static final Map<String, RowReader> READERS = Map.of("csv", new CsvRows(), "prices", new PriceRows());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "prices, contract.odcs.yaml",
        "prices, product.yaml",
        "vix, contract.odcs.yaml",
        "vix, product.yaml",
    })
    void cutAtAnyLineAndInAnyWordItIsRefused(String product, String name) throws IOException {
        Path copy = copy(product);
        Path file = copy.resolve(name);
        String text = Files.readString(file);
        assertDoesNotThrow(() -> Product.read(copy, READERS));
        for (int end = text.lastIndexOf('\n', text.length() - 2); end >= 0; end = text.lastIndexOf('\n', end - 1)) {
            refused(copy, file, text.substring(0, end + 1));
        }
        for (int end = 1; end < text.length() - 1; end += 7) {
            refused(copy, file, text.substring(0, end));
        }
    }

    @Test
    void aRuleThatIsRequiredIsMissedByName() throws IOException {
        Path copy = copy("prices");
        Path file = copy.resolve("contract.odcs.yaml");
        Files.writeString(file, Files.readString(file).replace("id: few-bad-rows", "id: few-bad-row"));
        assertEquals(
                "prices/contract.odcs.yaml: Expected the rule \"few-bad-rows\", which product.yaml beside it requires, in"
                        + " the contract, but it is not there or cannot be checked; maybe the file was cut off, or the rule"
                        + " should first be taken out of requiredRules",
                assertThrows(Problem.class, () -> Product.read(copy, READERS)).getMessage());
        Path product = copy.resolve("product.yaml");
        Files.writeString(product, Files.readString(product).replace("[few-bad-rows, ", "["));
        assertDoesNotThrow(() -> Product.read(copy, READERS));
    }

    private static void refused(Path copy, Path file, String cut) throws IOException {
        Files.writeString(file, cut);
        Problem refused = assertThrows(
                Problem.class,
                () -> Product.read(copy, READERS),
                () -> file.getFileName() + " was taken, cut off after: "
                        + cut.substring(Math.max(0, cut.length() - 60)));
        assertEquals(Problem.Kind.INPUT, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(".yaml"), refused.getMessage());
    }

    private Path copy(String product) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(product));
        for (String name : new String[] {"contract.odcs.yaml", "product.yaml"}) {
            Files.copy(Path.of("products", product, name), copy.resolve(name));
        }
        return copy;
    }
}
