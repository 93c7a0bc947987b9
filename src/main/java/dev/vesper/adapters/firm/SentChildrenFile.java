package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.SentChild;
import dev.vesper.execution.analysis.SentChild.End;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Children as {@code execution simulate} writes them, CSV or gzipped CSV:
 * {@code child_id,order_id,side,sent,quantity,price,filled,ended,end}, of which the end is filled, cancelled, rejected or
 * day_over.
 */
public final class SentChildrenFile {
    private static final String MOST = "1e12";

    private SentChildrenFile() {}

    /**
     * Reads them, in any order; whether they have an order is not looked at.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<SentChild> read(Path file) {
        List<SentChild> children = new ArrayList<>();
        CsvFile.read(file, header -> {
            header.mustBe(
                    List.of("order_id", "sent", "quantity", "filled", "ended", "end"),
                    List.of("child_id", "side", "price"));
            return row -> children.add(child(row));
        });
        return children;
    }

    private static SentChild child(Row row) {
        long sent = WorkedOrdersFile.millis(row, "sent");
        long ended = WorkedOrdersFile.millis(row, "ended");
        if (ended < sent) {
            throw row.problem("ended", "Expected an end at the sending or after it, but got " + row.text("ended"));
        }
        BigDecimal quantity = row.between("quantity", "0", MOST);
        BigDecimal filled = row.between("filled", "0", MOST);
        if (filled.compareTo(quantity) > 0) {
            throw row.problem(
                    "filled",
                    "Expected at most the " + quantity.toPlainString() + " sent, but got " + row.text("filled"));
        }
        return new SentChild(row.name("order_id"), sent, ended, quantity, filled, end(row));
    }

    private static End end(Row row) {
        for (End end : End.values()) {
            if (end.name().toLowerCase(Locale.ROOT).equals(row.text("end"))) {
                return end;
            }
        }
        throw row.problem("end", "Expected filled, cancelled, rejected or day_over, but got " + row.text("end"));
    }
}
