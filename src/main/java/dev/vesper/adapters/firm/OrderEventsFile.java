package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.queue.OrderEvent;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a recorded book order by order, CSV or gzipped CSV: {@code id,timestamp,price,volume,action,direction}, times in
 * milliseconds since 1970, volume what is left in hundred-millionths of a unit, action created, changed or deleted, direction bid
 * or ask. Columns are found by their names, further ones passed over.
 */
public final class OrderEventsFile {
    private static final List<String> COLUMNS = List.of("id", "timestamp", "price", "volume", "action", "direction");
    private static final String MOST = "1e15";

    private OrderEventsFile() {}

    /**
     * The events in the order of the file.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<OrderEvent> read(Path file) {
        List<OrderEvent> events = new ArrayList<>();
        CsvFile.read(file, header -> {
            header.check(COLUMNS, List.of());
            return row -> events.add(event(row));
        });
        if (events.isEmpty()) {
            throw Problem.input(Place.of(TextFile.nameOf(file)), "Expected a header and orders, but there is no order");
        }
        return events;
    }

    private static OrderEvent event(Row row) {
        BigDecimal price = row.between("price", "0", "1e12");
        return new OrderEvent(
                whole(row, "timestamp"),
                whole(row, "id"),
                side(row),
                price.stripTrailingZeros(),
                whole(row, "volume"),
                action(row));
    }

    private static long whole(Row row, String column) {
        BigDecimal value = row.between(column, "0", MOST);
        if (value.stripTrailingZeros().scale() > 0) {
            throw row.problem(column, "Expected a whole number, but got " + row.text(column));
        }
        return value.longValueExact();
    }

    private static Side side(Row row) {
        return switch (row.text("direction").toLowerCase(Locale.ROOT)) {
            case "bid" -> Side.BUY;
            case "ask" -> Side.SELL;
            default -> throw row.problem("direction", "Expected bid or ask, but got \"" + row.text("direction") + "\"");
        };
    }

    private static OrderEvent.Action action(Row row) {
        for (OrderEvent.Action action : OrderEvent.Action.values()) {
            if (action.name().equalsIgnoreCase(row.text("action"))) {
                return action;
            }
        }
        throw row.problem("action", "Expected created, changed or deleted, but got \"" + row.text("action") + "\"");
    }
}
