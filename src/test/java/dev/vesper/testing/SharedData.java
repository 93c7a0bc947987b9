package dev.vesper.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real prices and published tables that lie beside the project; a test that needs one is skipped where they are absent. */
public final class SharedData {
    private SharedData() {}

    /** A file of the data folder, for example {@code prices/pypfopt_stock_prices.csv.gz}. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("vesper.shared", "../shared"), "data", name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not here");
        return file;
    }
}
