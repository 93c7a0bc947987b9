package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.TickTable;
import dev.vesper.market.Venue;
import dev.vesper.market.VenueTerms;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final RouterSettings NET = new RouterSettings(BigDecimal.ONE, 3_000, BetterBy.NET);
    private static final RouterSettings SHOWN = new RouterSettings(BigDecimal.ONE, 0, BetterBy.SHOWN);

    private static final Venue POOL = venue("POOL", true, "0.001", "0", 0, "0", "0");
    private static final Venue NY = venue("NY", false, "0.003", "-0.002", 350, "0", "0");
    private static final Venue FREE = venue("FREE", false, "0", "0", 90, "0", "0");

    @Test
    void darkFirstThenTheCheapestOfEqualPrices() {
        assertEquals(
                "dark POOL 300 at 10.005 after 350, sweep NY 200 at 10.01 after 0, sweep FREE 500 at 10.01 after 260",
                buy(1_000, "10.02", 0, NET, book(NY, "10.00x300", "10.01x400"), book(FREE, "9.99x100", "10.01x500")));
    }

    @Test
    void aFeeMayMakeTheWorseShownPriceTheBetterOne() {
        ReachableBook dear = book(NY, "9.99x1", "10.000x400");
        ReachableBook cheap = book(FREE, "9.99x1", "10.002x400");
        assertEquals("sweep FREE 100 at 10.002 after 0", buy(100, "10.05", 0, none(NET), dear, cheap));
        assertEquals("sweep NY 100 at 10.000 after 0", buy(100, "10.05", 0, SHOWN, dear, cheap));
    }

    @Test
    void whatIsLeftWaitsAtTheLimitBehindTheFewest() {
        assertEquals(
                "sweep NY 400 at 10.01 after 0, post FREE 600 at 10.01 after 260",
                buy(
                        1_000,
                        "10.01",
                        0,
                        none(NET),
                        book(NY, "10.01x900", "10.01x400"),
                        book(FREE, "10.00x900", "10.02x5")));
    }

    /** NY has the shorter queue, but of three orders that waited there two got nothing; at FREE one of two got all of 600. */
    @Test
    void whatWaitsGoesByTheOddsWhereEarlierOrdersTell() {
        Map<String, LiquidityTail> tails = Map.of(
                "NY",
                LiquidityTail.learned(
                        List.of(new CensoredFill(300, 0), new CensoredFill(300, 0), new CensoredFill(300, 300)), 1),
                "FREE",
                LiquidityTail.learned(List.of(new CensoredFill(600, 600), new CensoredFill(600, 200)), 1));
        Routing routing = Router.route(
                new RoutedOrder(Side.BUY, 600, Optional.of(new BigDecimal("10.00")), 0),
                List.of(book(NY, "9.99x100", "10.01x400"), book(FREE, "10.00x900", "10.02x5")),
                List.of(),
                tails,
                NET);
        assertEquals("post FREE 600 at 10.00 after 0", words(routing));
        RouteReason.Post post = (RouteReason.Post) routing.children().getFirst().reason();
        assertEquals(900, post.aheadLots());
        assertEquals(Optional.of(0.5), post.odds());
        assertEquals("waits behind 900; odds of the last lot 0.5", post.words(BigDecimal.ONE));
    }

    @Test
    void withoutALimitNothingWaits() {
        Routing routing = Router.route(
                new RoutedOrder(Side.SELL, 500, Optional.empty(), 0),
                List.of(book(NY, "10.00x300", "10.01x400")),
                List.of(),
                Map.of(),
                NET);
        assertEquals(200, routing.leftLots());
        assertEquals(
                new BigDecimal("9.997"),
                routing.children().getFirst().netPrice().stripTrailingZeros());
    }

    @Test
    void oddPartsGoWhereTheyMay() {
        Venue hundreds = venue("HUNDREDS", false, "0", "0", 0, "0", "100");
        assertEquals(
                "sweep HUNDREDS 200 at 10.01 after 90, sweep FREE 50 at 10.02 after 0",
                buy(
                        250,
                        "10.02",
                        0,
                        none(NET),
                        book(hundreds, "9.99x1", "10.00x150,10.01x100"),
                        book(FREE, "9.99x1", "10.02x500")));
    }

    @Test
    void aPriceStepOfTheVenueHoldsTheWaitingOrderBack() {
        TickTable cents = new TickTable(new TreeMap<>(Map.of(BigDecimal.ZERO, new BigDecimal("0.01"))));
        Venue coarse = new Venue(
                "COARSE",
                "lit",
                false,
                "VESPER",
                "COARSE",
                BigDecimal.ZERO,
                0,
                new VenueTerms(BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO, cents));
        assertEquals(
                "post COARSE 10 at 10.00 after 0", buy(10, "10.005", 0, none(NET), book(coarse, "9.99x1", "10.01x1")));
    }

    @Test
    void aDarkPartBelowTheSmallestFillIsNotTried() {
        ReachableBook ny = book(NY, "10.00x300", "10.01x4000");
        assertEquals("sweep NY 1000 at 10.01 after 0", buy(1_000, "10.02", 400, NET, ny));
        assertEquals(
                "dark POOL 300 at 10.005 after 350 least 200, sweep NY 700 at 10.01 after 0",
                buy(1_000, "10.02", 200, NET, ny));
    }

    @Test
    void aMidpointThatItsFeeSpoilsIsNotTried() {
        assertEquals(
                "sweep FREE 100 at 10.001 after 0", buy(100, "10.02", 0, NET, book(FREE, "10.000x300", "10.001x400")));
    }

    @Test
    void theDarkShareGoesByTheOdds() {
        Venue other = venue("OTHER", true, "0", "0", 0, "250", "0");
        Map<String, LiquidityTail> tails = Map.of(
                "POOL", LiquidityTail.learned(List.of(new CensoredFill(300, 0), new CensoredFill(300, 0)), 1),
                "OTHER", LiquidityTail.learned(List.of(new CensoredFill(300, 300)), 1));
        Routing routing = Router.route(
                new RoutedOrder(Side.BUY, 1_000, Optional.of(new BigDecimal("10.01")), 0),
                List.of(book(NY, "10.00x300", "10.01x4000")),
                List.of(POOL, other),
                tails,
                NET);
        assertEquals("dark OTHER 300 at 10.005 after 350, sweep NY 700 at 10.01 after 0", words(routing));
        routing = Router.route(
                new RoutedOrder(Side.BUY, 500, Optional.of(new BigDecimal("10.01")), 0),
                List.of(book(NY, "10.00x300", "10.01x4000")),
                List.of(other),
                tails,
                NET);
        assertEquals("sweep NY 500 at 10.01 after 0", words(routing), "150 are below the 250 it wants");
    }

    @Property(tries = 2_000)
    void neverPassesABetterPriceOnAnyBooks(@ForAll long seed) {
        Random random = new Random(seed);
        List<ReachableBook> books = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            Venue venue = venue(
                    "V" + i,
                    false,
                    BigDecimal.valueOf(random.nextInt(60) - 30, 4).toPlainString(),
                    "0",
                    random.nextInt(3),
                    "0",
                    "0");
            books.add(new ReachableBook(venue, levels(random, 990), levels(random, 1_000)));
        }
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Optional<BigDecimal> limit = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(985 + random.nextInt(30), 2));
        RoutedOrder order = new RoutedOrder(side, 1 + random.nextInt(3_000), limit, random.nextInt(300));
        for (BetterBy by : BetterBy.values()) {
            RouterSettings settings = new RouterSettings(BigDecimal.ONE, random.nextInt(10_001), by);
            Routing routing = Router.route(order, books, List.of(POOL), Map.of(), settings);
            RoutedCheck.neverPassesABetterPrice(order, books, routing, settings);
            assertEquals(routing, Router.route(order, books, List.of(POOL), Map.of(), settings), "the same again");
        }
    }

    private static List<ShownLevel> levels(Random random, int cents) {
        List<ShownLevel> levels = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            levels.add(new ShownLevel(BigDecimal.valueOf(cents + random.nextInt(12), 2), 1 + random.nextInt(500)));
        }
        return levels;
    }

    private static RouterSettings none(RouterSettings settings) {
        return new RouterSettings(settings.lot(), 0, settings.betterBy());
    }

    private static String buy(
            long lots, String limit, long leastDark, RouterSettings settings, ReachableBook... books) {
        return words(Router.route(
                new RoutedOrder(Side.BUY, lots, Optional.of(new BigDecimal(limit)), leastDark),
                List.of(books),
                List.of(POOL),
                Map.of(),
                settings));
    }

    private static String words(Routing routing) {
        return routing.children().stream()
                .map(child -> child.reason().step() + " " + child.venue().name() + " " + child.lots() + " at "
                        + child.price() + " after " + child.leaveMicros()
                        + (child.minimumLots() > 0 ? " least " + child.minimumLots() : ""))
                .collect(Collectors.joining(", "));
    }

    /** Example: {@code book(NY, "10.00x300", "10.01x400,10.02x100")}. */
    private static ReachableBook book(Venue venue, String bids, String asks) {
        return new ReachableBook(venue, side(bids), side(asks));
    }

    private static List<ShownLevel> side(String levels) {
        List<ShownLevel> all = new ArrayList<>();
        for (String level : levels.split(",")) {
            int times = level.indexOf('x');
            all.add(new ShownLevel(
                    new BigDecimal(level.substring(0, times)), Long.parseLong(level.substring(times + 1))));
        }
        return all;
    }

    private static Venue venue(
            String name, boolean dark, String take, String post, long micros, String minimum, String lot) {
        return new Venue(
                name,
                dark ? "midpoint" : "lit",
                dark,
                "VESPER",
                name,
                BigDecimal.ZERO,
                0,
                new VenueTerms(
                        new BigDecimal(take),
                        new BigDecimal(post),
                        micros,
                        new BigDecimal(lot),
                        new BigDecimal(minimum),
                        TickTable.ANY));
    }
}
