package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.execution.routing.CensoredFill;
import dev.vesper.execution.routing.ReachableBook;
import dev.vesper.execution.routing.ShownLevel;
import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a router is given, each CSV or gzipped CSV: venues as in {@code venues.csv} of the firm folder, what they show as
 * {@code venue,side,price,quantity} with side bid or ask, and what came of earlier orders as {@code venue,sent,filled}. Further
 * columns of the last two are passed over.
 *
 * @param venues in the order of the table
 * @param lot units that are never divided, above 0
 */
public record RoutingFiles(List<Venue> venues, BigDecimal lot) {
    private static final BigDecimal MOST_LOTS = new BigDecimal("1e12");

    private enum Shown {
        BID,
        ASK
    }

    /**
     * The venues of a file; one without a fee has that of firm.yaml's defaults.
     *
     * @param warnings takes a sentence for each column that is not used
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static List<Venue> venues(Path file, List<String> warnings) {
        return VenuesCsv.read(file, FirmYaml.defaults().execution(), warnings);
    }

    /**
     * The book of each lit venue in the order of the table, empty where the file has no row of it.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public List<ReachableBook> books(Path file) {
        Map<Venue, List<ShownLevel>> bids = new HashMap<>();
        Map<Venue, List<ShownLevel>> asks = new HashMap<>();
        CsvFile.read(file, header -> {
            header.check(List.of("venue", "side", "price", "quantity"), List.of());
            return row -> {
                Venue venue = venue(row);
                if (venue.dark()) {
                    throw row.problem(
                            "venue", "Expected a venue that shows its book, but " + venue.name() + " is dark");
                }
                Map<Venue, List<ShownLevel>> side = shown(row) == Shown.BID ? bids : asks;
                side.computeIfAbsent(venue, _ -> new ArrayList<>())
                        .add(new ShownLevel(price(row), lots(row, "quantity", 1)));
            };
        });
        return venues.stream()
                .filter(venue -> !venue.dark())
                .map(venue -> new ReachableBook(
                        venue, bids.getOrDefault(venue, List.of()), asks.getOrDefault(venue, List.of())))
                .toList();
    }

    /**
     * Earlier orders by the name of their venue.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public SortedMap<String, List<CensoredFill>> history(Path file) {
        SortedMap<String, List<CensoredFill>> fills = new TreeMap<>();
        CsvFile.read(file, header -> {
            header.check(List.of("venue", "sent", "filled"), List.of());
            return row -> {
                long sent = lots(row, "sent", 1);
                long filled = lots(row, "filled", 0);
                if (filled > sent) {
                    throw row.problem(
                            "filled",
                            "Expected at most the " + row.text("sent") + " that were sent, but got "
                                    + row.text("filled"));
                }
                fills.computeIfAbsent(venue(row).name(), _ -> new ArrayList<>()).add(new CensoredFill(sent, filled));
            };
        });
        return fills;
    }

    private Venue venue(Row row) {
        String name = row.name("venue");
        List<String> names = venues.stream().map(Venue::name).toList();
        return venues.stream()
                .filter(venue -> venue.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> row.problem(
                        "venue",
                        "Expected a venue of the table (" + String.join(", ", names) + "), but got \"" + name + "\""
                                + NearestName.hint(name, names)));
    }

    private static Shown shown(Row row) {
        for (Shown side : Shown.values()) {
            if (side.name().equalsIgnoreCase(row.text("side"))) {
                return side;
            }
        }
        throw row.problem("side", "Expected bid or ask, but got \"" + row.text("side") + "\"");
    }

    private static BigDecimal price(Row row) {
        BigDecimal price = row.between("price", "0", "1e12");
        if (price.signum() == 0) {
            throw row.problem("price", "Expected a price above 0, but got " + row.text("price"));
        }
        return price;
    }

    private long lots(Row row, String column, long least) {
        BigDecimal[] lots = row.decimal(column).divideAndRemainder(lot);
        if (lots[0].compareTo(BigDecimal.valueOf(least)) < 0
                || lots[1].signum() != 0
                || lots[0].compareTo(MOST_LOTS) > 0) {
            throw row.problem(
                    column,
                    "Expected " + (least == 0 ? "0 or more" : "a number above 0") + " in whole lots of "
                            + lot.toPlainString() + ", 1e12 of them at most, but got " + row.text(column));
        }
        return lots[0].longValueExact();
    }
}
