package dev.vesper.app.cli;

import dev.vesper.adapters.firm.RoutingFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.execution.routing.BetterBy;
import dev.vesper.execution.routing.LiquidityTail;
import dev.vesper.execution.routing.ReachableBook;
import dev.vesper.execution.routing.RoutedChild;
import dev.vesper.execution.routing.RoutedOrder;
import dev.vesper.execution.routing.Router;
import dev.vesper.execution.routing.RouterSettings;
import dev.vesper.execution.routing.Routing;
import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where an order would go. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        description = "Where an order would go: to which venue how much, at which price, and why.",
        footer = {
            "",
            "Example: ./vesper execution route --side buy --quantity 1000 --limit 10.02 --books books.csv --venues venues.csv"
                    + " --dark history.csv"
        })
final class RouteCommand implements Callable<Integer> {
    private static final int BPS = 10_000;

    private static final BigDecimal MOST_LOTS = new BigDecimal("1e12");

    private static final int DECIMALS = 6;

    @Option(names = "--side", required = true, paramLabel = "buy|sell", description = "Which way.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Side side;

    @Option(names = "--quantity", required = true, paramLabel = "UNITS", description = "Units of the order.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal quantity;

    @Option(
            names = "--limit",
            paramLabel = "PRICE",
            description = "The worst price, without fees; without it every shown price is taken and nothing waits.")
    private @Nullable BigDecimal limit;

    @Option(
            names = "--books",
            required = true,
            paramLabel = "FILE",
            description = "What the lit venues show: venue,side,price,quantity with side bid or ask.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path books;

    @Option(
            names = "--venues",
            required = true,
            paramLabel = "FILE",
            description = "The venues, as venues.csv of the firm folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path venues;

    @Option(
            names = "--dark",
            paramLabel = "FILE",
            description = "What came of earlier orders, to learn how much a venue fills: venue,sent,filled.")
    private @Nullable Path history;

    @Option(
            names = "--dark-share",
            paramLabel = "SHARE",
            description = "Share tried at dark venues, 0 to 1; 0.3 by default.")
    private double darkShare = 0.3;

    @Option(
            names = "--least-fill",
            paramLabel = "UNITS",
            description = "The smallest fill a dark venue may give; any by default.")
    private BigDecimal leastFill = BigDecimal.ZERO;

    @Option(
            names = "--least-seen",
            paramLabel = "N",
            description = "Orders that must have looked before their want of liquidity is believed; 1 by default.")
    private int leastSeen = 1;

    @Option(
            names = "--better-by",
            paramLabel = "net|shown",
            description = "Which price is never passed by: with its fee (default), or as it is shown.")
    private BetterBy betterBy = BetterBy.NET;

    @Option(names = "--without", paramLabel = "VENUE", description = "A venue that cannot be reached; may be repeated.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--lot", paramLabel = "UNITS", description = "Units that are never divided; 1 by default.")
    private BigDecimal lot = BigDecimal.ONE;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        List<String> warnings = new ArrayList<>();
        List<Venue> all = RoutingFiles.venues(venues, warnings);
        warnings.forEach(line -> spec.commandLine().getErr().println("  ! " + line));
        RoutingFiles files = new RoutingFiles(all, lot);
        List<Venue> reached = reached(all);
        List<ReachableBook> shown = files.books(books).stream()
                .filter(book -> reached.contains(book.venue()))
                .toList();
        Map<String, LiquidityTail> tails = new TreeMap<>();
        if (history != null) {
            files.history(history).forEach((venue, fills) -> tails.put(venue, LiquidityTail.learned(fills, leastSeen)));
        }
        Routing routing = Router.route(
                new RoutedOrder(
                        side,
                        lots(quantity, "--quantity"),
                        Optional.ofNullable(limit),
                        lots(leastFill, "--least-fill")),
                shown,
                reached.stream().filter(Venue::dark).toList(),
                tails,
                new RouterSettings(lot, (int) Math.round(darkShare * BPS), betterBy));
        write(routing);
        return 0;
    }

    private void checkOptions() {
        if (lot.signum() <= 0) {
            throw Problem.usage("Expected a --lot above 0, but got " + lot.toPlainString());
        }
        if (quantity.signum() <= 0) {
            throw Problem.usage("Expected a --quantity above 0, but got " + quantity.toPlainString());
        }
        if (limit != null && limit.signum() <= 0) {
            throw Problem.usage("Expected a --limit above 0, but got " + limit.toPlainString());
        }
        if (!(darkShare >= 0 && darkShare <= 1)) {
            throw Problem.usage("Expected a --dark-share from 0 to 1, but got " + darkShare);
        }
        if (leastSeen < 1) {
            throw Problem.usage("Expected --least-seen of 1 or more, but got " + leastSeen);
        }
    }

    private List<Venue> reached(List<Venue> all) {
        List<String> names = all.stream().map(Venue::name).toList();
        List<String> away =
                without.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
        for (String name : away) {
            if (!names.contains(name)) {
                throw Problem.usage("Expected --without a venue of the table (" + String.join(", ", names)
                        + "), but got \"" + name + "\"" + NearestName.hint(name, names));
            }
        }
        return all.stream().filter(venue -> !away.contains(venue.name())).toList();
    }

    private void write(Routing routing) {
        Table table = new Table(
                "venue", "step", "price", "quantity", "minimum_fill", "fee", "net_price", "leave_micros", "why");
        BigDecimal fees = BigDecimal.ZERO;
        for (RoutedChild child : routing.children()) {
            fees = fees.add(child.fee());
            table.row(
                    child.venue().name(),
                    child.reason().step(),
                    bare(child.price()),
                    units(child.lots()),
                    units(child.minimumLots()),
                    bare(child.fee()),
                    bare(child.netPrice()),
                    child.leaveMicros(),
                    child.reason().words(lot));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("side", side.name().toLowerCase(Locale.ROOT));
        whole.put("quantity", bare(quantity));
        whole.put("left", units(routing.leftLots()));
        whole.put("fees", bare(fees));
        format.write(table, whole, "children", spec.commandLine().getOut());
        if (routing.leftLots() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("  ! " + units(routing.leftLots()).toPlainString()
                            + " go nowhere: nothing more is shown, and no limit says where they might wait, or they"
                            + " are an odd part of what a venue takes");
        }
        spec.commandLine().getErr().flush();
    }

    private long lots(BigDecimal units, String option) {
        BigDecimal[] lots = units.divideAndRemainder(lot);
        if (lots[0].signum() < 0 || lots[1].signum() != 0 || lots[0].compareTo(MOST_LOTS) > 0) {
            throw Problem.usage("Expected " + option + " in whole lots of " + lot.toPlainString()
                    + ", 1e12 of them at most, but got " + units.toPlainString());
        }
        return lots[0].longValueExact();
    }

    private BigDecimal units(long lots) {
        return bare(lot.multiply(BigDecimal.valueOf(lots)));
    }

    /** With no more places than it needs, and six at most. */
    private static BigDecimal bare(BigDecimal value) {
        BigDecimal bare = value.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
