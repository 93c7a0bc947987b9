package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.allocation.BlockFill;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A block and what was filled of it, each CSV or gzipped CSV: {@code account,quantity} with an account on one row, and
 * {@code quantity,price} with an optional {@code fee}. Further columns are passed over.
 *
 * @param lot units that are never divided, above 0
 */
public record BlockFiles(BigDecimal lot) {
    private static final BigDecimal MOST_LOTS = new BigDecimal("1e15");

    /**
     * Lots by account.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public SortedMap<String, Long> orders(Path file) {
        SortedMap<String, Long> orders = new TreeMap<>();
        CsvFile.read(file, header -> {
            header.check(List.of("account", "quantity"), List.of());
            return row -> {
                String account = row.name("account");
                if (orders.put(account, lots(row)) != null) {
                    throw row.problem("account", "Expected each account once, but " + account + " is there again");
                }
            };
        });
        if (orders.isEmpty()) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)), "Expected a header and a row for each account, but got none");
        }
        return orders;
    }

    /**
     * Fills in the order in which they came.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public List<BlockFill> fills(Path file) {
        List<BlockFill> fills = new ArrayList<>();
        CsvFile.read(file, header -> {
            header.check(List.of("quantity", "price"), List.of("fee"));
            return row -> {
                BigDecimal price = row.between("price", "0", "1e12");
                BigDecimal fee =
                        row.textOr("fee", "").isEmpty() ? BigDecimal.ZERO : row.between("fee", "-1e12", "1e12");
                long lots = lots(row);
                fills.add(new BlockFill(lots, price.multiply(lot).multiply(BigDecimal.valueOf(lots)), fee));
            };
        });
        return fills;
    }

    private long lots(Row row) {
        BigDecimal[] lots = row.decimal("quantity").divideAndRemainder(lot);
        if (lots[0].signum() <= 0 || lots[1].signum() != 0 || lots[0].compareTo(MOST_LOTS) > 0) {
            throw row.problem(
                    "quantity",
                    "Expected a quantity above 0 in whole lots of " + lot.toPlainString()
                            + ", 1e15 of them at most, but got " + row.text("quantity"));
        }
        return lots[0].longValueExact();
    }
}
