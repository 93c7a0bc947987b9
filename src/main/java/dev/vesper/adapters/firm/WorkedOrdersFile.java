package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.OrderHandling;
import dev.vesper.execution.analysis.WorkedFill;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.execution.engine.Peg;
import dev.vesper.market.ticks.Span;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders and fills of anywhere, CSV or gzipped CSV: orders
 * {@code order_id,account,symbol,side,quantity,start,end,strategy,decision_price} with optional
 * {@code limit_price,participation,display,would_price,largest_child,lot_size,least_display,peg,peg_offset}, fills {@code order_id,time,price,quantity,venue,fee} with optional {@code exec_id}.
 */
public final class WorkedOrdersFile {
    private static final String MOST = "1e12";
    private static final List<String> OPTIONAL = List.of(
            "limit_price",
            "participation",
            "display",
            "would_price",
            "largest_child",
            "lot_size",
            "least_display",
            "peg",
            "peg_offset");

    private WorkedOrdersFile() {}

    /**
     * Reads orders, one or more of one symbol.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<WorkedOrder> orders(Path file) {
        return orders(file, true);
    }

    /**
     * Reads orders, one or more of any symbols.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<WorkedOrder> ofSymbols(Path file) {
        return orders(file, false);
    }

    private static List<WorkedOrder> orders(Path file, boolean oneSymbol) {
        List<WorkedOrder> orders = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        CsvFile.read(file, header -> {
            header.mustBe(
                    List.of(
                            "order_id",
                            "account",
                            "symbol",
                            "side",
                            "quantity",
                            "start",
                            "end",
                            "strategy",
                            "decision_price"),
                    OPTIONAL);
            return row -> {
                WorkedOrder order = order(row);
                Long before = lines.putIfAbsent(order.id(), row.line());
                if (before != null) {
                    throw row.problem(
                            "order_id", "Expected each id once, but " + order.id() + " is also in line " + before);
                }
                if (oneSymbol
                        && !orders.isEmpty()
                        && !orders.getFirst().symbol().equals(order.symbol())) {
                    throw row.problem(
                            "symbol",
                            "Expected orders of one symbol, that of the trades and quotes, but got " + order.symbol()
                                    + " after " + orders.getFirst().symbol());
                }
                orders.add(order);
            };
        });
        if (orders.isEmpty()) {
            throw Problem.input(Place.of(TextFile.nameOf(file)), "Expected a header and orders, but there is no order");
        }
        return orders;
    }

    private static WorkedOrder order(Row row) {
        long start = millis(row, "start");
        long end = millis(row, "end");
        if (end <= start) {
            throw row.problem("end", "Expected an end after the start, but got " + row.text("end"));
        }
        return new WorkedOrder(
                Place.of(row.header().file(), row.line()),
                row.name("order_id"),
                row.name("account"),
                row.name("symbol"),
                side(row),
                positive(row, "quantity"),
                new Span(start, end),
                row.name("strategy"),
                positive(row, "decision_price"),
                optional(row, "limit_price", MOST),
                optional(row, "participation", "1"),
                optional(row, "display", MOST),
                new OrderHandling(
                        optional(row, "would_price", MOST),
                        optional(row, "largest_child", MOST),
                        optional(row, "lot_size", MOST),
                        optional(row, "least_display", MOST),
                        peg(row),
                        offset(row)));
    }

    private static Optional<Peg.To> peg(Row row) {
        String text = row.textOr("peg", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (Peg.To to : Peg.To.values()) {
            if (to != Peg.To.NOTHING && to.name().equalsIgnoreCase(text)) {
                return Optional.of(to);
            }
        }
        throw row.problem("peg", "Expected primary, market or midpoint, but got \"" + text + "\"");
    }

    private static int offset(Row row) {
        if (row.textOr("peg_offset", "").isEmpty()) {
            return 0;
        }
        BigDecimal ticks = row.between("peg_offset", "-10000", "10000").stripTrailingZeros();
        if (ticks.scale() > 0) {
            throw row.problem("peg_offset", "Expected a peg offset in whole ticks, but got " + row.text("peg_offset"));
        }
        if (row.textOr("peg", "").isEmpty()) {
            throw row.problem("peg_offset", "Expected a peg that is off by " + ticks + ", but there is none");
        }
        return ticks.intValueExact();
    }

    private static Optional<BigDecimal> optional(Row row, String column, String most) {
        return row.textOr(column, "").isEmpty() ? Optional.empty() : Optional.of(positive(row, column, most));
    }

    /**
     * Reads fills, in any order; whether they have an order is not looked at.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<WorkedFill> fills(Path file) {
        List<WorkedFill> fills = new ArrayList<>();
        CsvFile.read(file, header -> {
            header.mustBe(List.of("order_id", "time", "price", "quantity", "venue", "fee"), List.of("exec_id"));
            return row -> fills.add(new WorkedFill(
                    Place.of(row.header().file(), row.line()),
                    row.name("order_id"),
                    millis(row, "time"),
                    positive(row, "price"),
                    positive(row, "quantity"),
                    row.name("venue"),
                    row.between("fee", "-" + MOST, MOST),
                    row.textOr("exec_id", "")));
        });
        return fills;
    }

    /** Buy or sell in the column of that name. */
    static Side side(Row row) {
        for (Side side : Side.values()) {
            if (side.name().equalsIgnoreCase(row.text("side"))) {
                return side;
            }
        }
        throw row.problem("side", "Expected buy or sell, but got " + row.text("side"));
    }

    /** A number above 0. */
    static BigDecimal positive(Row row, String column) {
        return positive(row, column, MOST);
    }

    private static BigDecimal positive(Row row, String column, String most) {
        BigDecimal value = row.between(column, "0", most);
        if (value.signum() == 0) {
            throw row.problem(
                    column, "Expected a number above 0 and at most " + most + ", but got " + row.text(column));
        }
        return value;
    }

    static long millis(Row row, String column) {
        try {
            return LocalTime.MIDNIGHT.until(LocalTime.parse(row.text(column)), ChronoUnit.MILLIS);
        } catch (DateTimeParseException none) {
            throw row.problem(
                    column, "Expected a time such as 09:30:00 or 09:30:00.250, but got \"" + row.text(column) + "\"");
        }
    }
}
