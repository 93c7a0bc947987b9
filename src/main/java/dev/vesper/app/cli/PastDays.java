package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.adapters.firm.WorkedOrdersFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.CheckedFills;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.execution.estimate.PastOrder;
import dev.vesper.execution.estimate.SquareRootImpact;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.RealisedVolatility;
import dev.vesper.market.ticks.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The orders of past days, each with the volatility and the volume of its own day.
 *
 * @param without how many are left out, because no quotes were open when they arrived
 */
record PastDays(List<PastOrder> orders, int without) {
    private static final long ANY_HORIZON_MILLIS = 60_000;

    static PastDays of(List<PastDayOptions> days, Span session) {
        List<PastOrder> orders = new ArrayList<>();
        int without = 0;
        for (PastDayOptions day : days) {
            List<WorkedOrder> ordered = WorkedOrdersFile.orders(day.orders);
            CheckedFills fills = CheckedFills.of(ordered, WorkedOrdersFile.fills(day.fills));
            BestQuotes quotes = BestQuotes.of(TickFile.quotes(day.quotes));
            MarketDay market = new MarketDay(TickFile.trades(day.trades), quotes, session, ANY_HORIZON_MILLIS);
            double volatility = RealisedVolatility.of(quotes, session)
                    .orElseThrow(() -> Problem.input(
                            Place.of(day.quotes.toString()),
                            "Expected quotes of half an hour or more, so that the day's volatility is known, but there"
                                    + " are none"));
            long volume = market.traded(session).volume();
            if (volume == 0 || volatility == 0) {
                throw Problem.input(
                        Place.of((volume == 0 ? day.trades : day.quotes).toString()),
                        "Expected a market that trades and moves, but it " + (volume == 0 ? "trades" : "moves")
                                + " nothing in the session");
            }
            for (WorkedOrder order : ordered) {
                Optional<PastOrder> past =
                        PastOrder.of(OrderCost.of(order, fills.of(order), market), market, volatility, (double) volume);
                past.ifPresent(orders::add);
                without += past.isEmpty() ? 1 : 0;
            }
        }
        return new PastDays(orders, without);
    }

    SquareRootImpact fitted() {
        long done = orders.stream().filter(order -> !order.atLeast()).count();
        if (done < 2) {
            throw Problem.usage("Expected two past orders or more that were done to the end, to fit to, but got " + done
                    + " of " + (orders.size() + without) + "; maybe name more days");
        }
        try {
            return SquareRootImpact.fitted(orders);
        } catch (IllegalArgumentException unfit) {
            throw Problem.usage("Expected past orders that differ, but " + unfit.getMessage());
        }
    }
}
