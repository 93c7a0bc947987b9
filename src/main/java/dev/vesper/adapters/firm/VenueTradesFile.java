package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Place;
import dev.vesper.execution.reconcile.VenueTrade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Executions as a venue tells them at the end of a day, CSV or gzipped CSV:
 * {@code venue,exec_id,order_id,symbol,side,quantity,price} with optional {@code fee,trade_date}. A file without rows is a day
 * without executions.
 */
public final class VenueTradesFile {
    private static final String MOST = "1e12";

    private VenueTradesFile() {}

    /**
     * Reads them in their order.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT, naming file, line and column
     */
    public static List<VenueTrade> read(Path file) {
        List<VenueTrade> trades = new ArrayList<>();
        CsvFile.read(file, header -> {
            header.mustBe(
                    List.of("venue", "exec_id", "order_id", "symbol", "side", "quantity", "price"),
                    List.of("fee", "trade_date"));
            return row -> trades.add(trade(row));
        });
        return trades;
    }

    private static VenueTrade trade(Row row) {
        return new VenueTrade(
                Place.of(row.header().file(), row.line()),
                row.name("venue"),
                row.name("exec_id"),
                row.name("order_id"),
                row.name("symbol"),
                WorkedOrdersFile.side(row),
                WorkedOrdersFile.positive(row, "quantity"),
                WorkedOrdersFile.positive(row, "price"),
                row.textOr("fee", "").isEmpty() ? Optional.empty() : Optional.of(row.between("fee", "-" + MOST, MOST)),
                row.textOr("trade_date", "").isEmpty() ? Optional.empty() : Optional.of(row.date("trade_date")));
    }
}
