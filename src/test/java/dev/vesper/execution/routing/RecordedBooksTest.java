package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.market.TickTable;
import dev.vesper.market.Venue;
import dev.vesper.market.VenueTerms;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.orders.Side;
import dev.vesper.testing.SharedData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders against the books of recorded days. A record holds the changes of the market's best prices (decision 0051), so an
 * exchange's book is its last row of each side that is not better than the best, which would have left without a row.
 */
class RecordedBooksTest {
    private static final int EVERY = 100;
    private static final RouterSettings NET = new RouterSettings(BigDecimal.ONE, 2_000, BetterBy.NET);
    private static final RouterSettings SHOWN = new RouterSettings(BigDecimal.ONE, 0, BetterBy.SHOWN);

    private static final RouterSettings LIT = new RouterSettings(BigDecimal.ONE, 0, BetterBy.NET);

    private final Map<String, Alone> single = new TreeMap<>();
    private final Map<Long, long[]> bids = new TreeMap<>();
    private final Map<Long, long[]> asks = new TreeMap<>();
    private long bestBid;
    private long bestAsk;

    @ParameterizedTest
    @ValueSource(strings = {"bac_20131007", "ibm_20131007", "ibm_20131008"})
    void neverPassesABetterPriceAndBeatsEachVenueAlone(String day) {
        Quotes quotes = TickFile.quotes(SharedData.file("intraday/us_equity_tick/" + day + "_quotes.csv.gz"));
        Random random = new Random(1);
        int orders = 0;
        for (int row = 0; row < quotes.count(); row++) {
            see(quotes, row);
            if (row % EVERY != 0 || bestBid == 0 || bestAsk <= bestBid) {
                continue;
            }
            List<ReachableBook> books = books();
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long touch = side == Side.BUY ? bestAsk : bestBid;
            RoutedOrder order = new RoutedOrder(
                    side,
                    1 + random.nextInt(20_000),
                    Optional.of(BigDecimal.valueOf(touch + side.sign() * 100L * (random.nextInt(6) - 1), 4)),
                    0);
            for (RouterSettings settings : List.of(NET, SHOWN)) {
                Routing routing = Router.route(order, books, List.of(venue('D', true)), Map.of(), settings);
                RoutedCheck.neverPassesABetterPrice(order, books, routing, settings);
            }
            orders++;
            alone(order, books);
        }
        assertTrue(orders > 1_000, orders + " orders");
        single.forEach((name, alone) -> {
            assertTrue(alone.share() < 0.8, name + " alone fills " + alone.share() + " of what all of them do");
            assertTrue(alone.lots == 0 || alone.worseBps() > 0.05, name + " alone costs more: " + alone.worseBps());
        });
    }

    /** The same order at each venue alone: never cheaper for the lots that it fills there. */
    private void alone(RoutedOrder order, List<ReachableBook> books) {
        long all = Sweep.of(order, order.lots(), books, LIT).stream()
                .mapToLong(RoutedChild::lots)
                .sum();
        for (ReachableBook one : books) {
            List<RoutedChild> alone = Sweep.of(order, order.lots(), List.of(one), LIT);
            long lots = alone.stream().mapToLong(RoutedChild::lots).sum();
            Alone so = single.computeIfAbsent(one.venue().name(), _ -> new Alone());
            so.router += all;
            if (lots == 0) {
                continue;
            }
            BigDecimal here = cost(alone);
            BigDecimal worse = here.subtract(cost(Sweep.of(order, lots, books, LIT)))
                    .multiply(BigDecimal.valueOf(order.side().sign()));
            assertTrue(worse.signum() >= 0, "a single venue is never cheaper");
            so.lots += lots;
            so.worse = so.worse.add(worse);
            so.notional = so.notional.add(here);
        }
    }

    /** What one venue alone did of all orders. */
    private static final class Alone {
        private long lots;
        private long router;
        private BigDecimal worse = BigDecimal.ZERO;
        private BigDecimal notional = BigDecimal.ZERO;

        double share() {
            return (double) lots / router;
        }

        double worseBps() {
            return worse.movePointRight(4).doubleValue() / notional.doubleValue();
        }
    }

    private static BigDecimal cost(List<RoutedChild> children) {
        return children.stream()
                .map(child -> child.netPrice().multiply(BigDecimal.valueOf(child.lots())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(8, RoundingMode.HALF_EVEN);
    }

    private void see(Quotes quotes, int row) {
        if (quotes.suspicious()[row] != 0) {
            return;
        }
        if (quotes.bidsE4()[row] > 0) {
            bestBid = quotes.bidsE4()[row];
            bids.put(quotes.exchanges()[row], new long[] {bestBid, quotes.bidSizes()[row]});
        }
        if (quotes.asksE4()[row] > 0) {
            bestAsk = quotes.asksE4()[row];
            asks.put(quotes.exchanges()[row], new long[] {bestAsk, quotes.askSizes()[row]});
        }
    }

    private List<ReachableBook> books() {
        List<ReachableBook> books = new ArrayList<>();
        for (long exchange : new TreeSet<>(exchanges())) {
            books.add(new ReachableBook(
                    venue((char) exchange, false),
                    level(bids.get(exchange), price -> price <= bestBid),
                    level(asks.get(exchange), price -> price >= bestAsk)));
        }
        return books;
    }

    private List<Long> exchanges() {
        List<Long> all = new ArrayList<>(bids.keySet());
        all.addAll(asks.keySet());
        return all;
    }

    private static List<ShownLevel> level(long[] quote, LongPredicate stands) {
        return quote == null || quote[1] == 0 || !stands.test(quote[0])
                ? List.of()
                : List.of(new ShownLevel(BigDecimal.valueOf(quote[0], 4), quote[1]));
    }

    /** Each letter charges something else, up to 0.003, and is as far away. */
    private static Venue venue(char letter, boolean dark) {
        BigDecimal fee = BigDecimal.valueOf(letter * 7 % 31, 4);
        return new Venue(
                "X" + letter,
                dark ? "midpoint" : "lit",
                dark,
                "VESPER",
                "X" + letter,
                BigDecimal.ZERO,
                0,
                new VenueTerms(fee, fee.negate(), letter * 13 % 400, BigDecimal.ZERO, BigDecimal.ZERO, TickTable.ANY));
    }
}
