package dev.vesper.execution.quality;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ChildOutcome.State;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A few orders of two months at two venues and more, with what became of them. */
public final class SampleOrders {
    private SampleOrders() {}

    /** Two orders for IBM, lit and at the midpoint, one for AAA that was rejected, and one of the next month. */
    public static Population four() {
        return population(List.of(
                order(
                        "1",
                        "LIT",
                        "2018-04-12",
                        "IBM",
                        120,
                        "50.10",
                        State.CANCELLED,
                        "equity",
                        false,
                        "100 50.02 0.30 2000"),
                order(
                        "2",
                        "DARK",
                        "2018-04-12",
                        "IBM",
                        40,
                        "50.10",
                        State.FILLED,
                        "equity",
                        true,
                        "10 50.01 0 1000;30 50.03 -0.05 4000"),
                order("3", "LIT", "2018-04-12", "AAA", 5, "2000", State.REJECTED, "equity", false, ""),
                order("4", "LIT", "2018-05-02", "IBM", 1, "51", State.FILLED, "equity", false, "1 51 0.01 100")));
    }

    /** So many orders at so many venues. */
    public static Population many(int orders, int venues) {
        List<SentOrder> all = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            String fills = i % 7 == 0
                    ? ""
                    : (50 + i % 50) + " " + (20 + i % 13) + "." + (10 + i % 80) + " 0." + (10 + i % 37) + " "
                            + (200 + i * 37 % 60_000);
            all.add(order(
                    String.format("%05d", i),
                    "VENUE" + i % venues,
                    LocalDate.of(2018, 4, 2).plusDays(i % 60).toString(),
                    "SYM" + i % 23,
                    100 + i % 900,
                    (20 + i % 13) + ".99",
                    i % 7 == 0 ? i % 2 == 0 ? State.REJECTED : State.CANCELLED : State.CANCELLED,
                    i % 5 == 0 ? "etf" : "equity",
                    i % venues == 1,
                    fills));
        }
        return population(all);
    }

    /** The same beside a market that is recorded, but for each ninth order and each fifth fill. */
    public static Population quoted(Population population) {
        List<SentOrder> orders = new ArrayList<>();
        for (SentOrder order : population.orders()) {
            int n = orders.size();
            BigDecimal bid = order.order().limitPrice().subtract(BigDecimal.valueOf(n % 5, 2));
            List<KeyedFill> fills = new ArrayList<>();
            for (KeyedFill one : order.fills()) {
                BigDecimal price = one.fill().price();
                fills.add(new KeyedFill(
                        one.key(),
                        one.fill(),
                        n % 5 == 1
                                ? FillQuotes.NONE
                                : new FillQuotes(
                                        new BestQuote(
                                                price.subtract(BigDecimal.valueOf(n % 3, 2)),
                                                price.add(BigDecimal.valueOf(2 - n % 3, 2))),
                                        Map.of(
                                                Horizon.ONE_SECOND,
                                                price.add(BigDecimal.valueOf(n % 7 - 3, 3)),
                                                Horizon.FIVE_MINUTES,
                                                price.add(BigDecimal.valueOf(n % 11 - 5, 2))))));
            }
            orders.add(order.quoted(
                    n % 9 == 0 ? null : new BestQuote(bid, bid.add(BigDecimal.valueOf(1 + n % 4, 2))), fills));
        }
        return new Population(
                population.firm(),
                population.unreal(),
                population.from(),
                population.to(),
                population.runs(),
                orders,
                population.leftOut());
    }

    private static Population population(List<SentOrder> orders) {
        return new Population(
                "harbour",
                "",
                LocalDate.of(2018, 4, 1),
                LocalDate.of(2018, 6, 30),
                List.of("2018-04-11-001", "2018-05-01-001"),
                orders,
                List.of(new LeftOut("rehearsals", 3, 2, "nothing was really sent")));
    }

    /** @param fills as "quantity price fee milliseconds after sending", separated by semicolons */
    static SentOrder order(
            String id,
            String venue,
            String date,
            String symbol,
            int quantity,
            String limit,
            State end,
            String assetClass,
            boolean midpoint,
            String fills) {
        List<KeyedFill> keyed = new ArrayList<>();
        BigDecimal filled = BigDecimal.ZERO;
        for (String one : fills.isEmpty() ? new String[0] : fills.split(";")) {
            String[] parts = one.split(" ");
            Fill fill = new Fill(
                    venue,
                    "E" + id + "-" + keyed.size(),
                    "C" + id,
                    "P1",
                    "ACC",
                    symbol,
                    Side.BUY,
                    new BigDecimal(parts[0]),
                    new BigDecimal(parts[1]),
                    new BigDecimal(parts[2]),
                    34_200_000 + Long.parseLong(parts[3]),
                    LocalDate.parse(date));
            keyed.add(new KeyedFill("R/" + venue + "/" + fill.executionId(), fill, FillQuotes.NONE));
            filled = filled.add(fill.quantity());
        }
        ChildOrder child = new ChildOrder(
                "C" + id,
                "P1",
                0,
                venue,
                symbol,
                Side.BUY,
                BigDecimal.valueOf(quantity),
                new BigDecimal(limit),
                34_200_000,
                34_260_000,
                LocalDate.parse(date));
        return new SentOrder(
                "R/C" + id,
                LocalDate.parse(date),
                child,
                new ChildOutcome("C" + id, end, filled, ""),
                "USD",
                new BigDecimal(limit),
                assetClass,
                midpoint,
                null,
                keyed);
    }
}
