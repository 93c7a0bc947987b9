package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.data.DataProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductReaderTest {
    private static final Path PRODUCT = Path.of("products/prices/product.yaml");

    private static final Set<String> READERS = Set.of("csv", "prices");

    @TempDir
    Path folder;

    @Test
    void theProductOfPricesIsReadWithItsOwner() {
        assertEquals(
                new DataProduct(
                        "prices",
                        "Daily prices",
                        "1.0.0",
                        "Market data",
                        "prices",
                        List.of("few-bad-rows", "business-date-priced")),
                ProductReader.read(PRODUCT, ContractReader.read(ContractReaderTest.PRICES), READERS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status: active            | stauts: active     | Expected a known key, but got "stauts"; maybe "status" is meant
            kind: DataProduct         | kind: Product      | Expected kind to be one of DataProduct, but got "Product"
            name: Market data         | lead: Market data  | Expected an owner, but there is none
            version: 1.0.0            | version: ""        | Expected "version", but it is missing or empty
            contractId: vesper-prices | contractId: prices | Expected contractId: vesper-prices, as the contract beside it says, but got "prices"
            value: prices             | value: price       | Expected a reader, one of csv, prices, but got "price"; maybe "prices" is meant
            [few-bad-rows, business-date-priced] | few-bad-rows | Expected a list of ids of rules, like [few-bad-rows], but got few-bad-rows
            [few-bad-rows, business-date-priced] | []           | Expected a list of ids of rules
            id: prices                | id: price          | Expected the id to be the folder's name, prices, but got "price"
            """)
    void aMistakeIsRefusedWithLineAndColumn(String right, String wrong, String message) throws IOException {
        String text = Files.readString(PRODUCT);
        assertTrue(text.contains(right), right);
        int at = text.indexOf(right);
        long line = text.substring(0, at).lines().count();
        Path prices = Files.createDirectory(folder.resolve("prices"));
        Path file = Files.writeString(
                prices.resolve("product.yaml"), text.substring(0, at) + wrong + text.substring(at + right.length()));
        Problem problem = assertThrows(
                Problem.class, () -> ProductReader.read(file, ContractReader.read(ContractReaderTest.PRICES), READERS));
        String[] parts = problem.getMessage().split(":", 4);
        assertEquals("prices/product.yaml", parts[0], problem.getMessage());
        assertTrue(Math.abs(Long.parseLong(parts[1]) - line) <= 1, problem.getMessage() + " line " + line);
        assertTrue(Integer.parseInt(parts[2]) > 0, problem.getMessage());
        assertTrue(parts[3].strip().startsWith(message), problem.getMessage());
    }

    @Test
    void aProductWithoutItsFilesIsRefused() {
        assertTrue(assertThrows(Problem.class, () -> ContractReader.read(folder.resolve("contract.odcs.yaml")))
                .getMessage()
                .contains("does not exist"));
        assertTrue(assertThrows(
                        Problem.class,
                        () -> ProductReader.read(
                                folder.resolve("product.yaml"),
                                ContractReader.read(ContractReaderTest.PRICES),
                                READERS))
                .getMessage()
                .contains("does not exist"));
    }
}
