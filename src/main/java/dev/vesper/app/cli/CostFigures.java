package dev.vesper.app.cli;

import dev.vesper.basics.Numbers;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.execution.analysis.ChildRates;
import dev.vesper.execution.analysis.FillSpreads;
import dev.vesper.execution.analysis.GroupCost;
import dev.vesper.execution.analysis.Mark;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.analysis.SentChild;
import dev.vesper.execution.analysis.Slippage;
import dev.vesper.execution.analysis.WorkedOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Costs as figures by name: money exactly, averages to eight places, basis points to four. */
final class CostFigures {
    static final String SIGN = "positive is a cost";

    private static final int PRICE_PLACES = 8;
    private static final int BPS_PLACES = 4;
    private static final int[] PERCENTILES = {50, 90, 99};

    private final MarketDay market;
    private final Optional<BigDecimal> previousClose;
    private final Optional<ExpectedCosts> expected;
    private final Map<String, List<SentChild>> children;

    CostFigures(
            MarketDay market,
            Optional<BigDecimal> previousClose,
            Optional<ExpectedCosts> expected,
            List<SentChild> children) {
        this.market = market;
        this.previousClose = previousClose;
        this.expected = expected;
        this.children = children.stream().collect(Collectors.groupingBy(SentChild::orderId));
    }

    /** The columns of a table, fewer than the figures are. */
    String[] columns(boolean order, String first) {
        String[] always = order
                ? new String[] {
                    "order_id",
                    "side",
                    "quantity",
                    "filled",
                    "average_price",
                    "arrival",
                    "delay",
                    "execution",
                    "opportunity",
                    "fees",
                    "total",
                    "total_bps",
                    "vwap_bps",
                    "participation"
                }
                : new String[] {
                    first,
                    "orders",
                    "fills",
                    "filled",
                    "delay",
                    "execution",
                    "opportunity",
                    "fees",
                    "total",
                    "total_bps",
                    "vwap_bps",
                    "effective_bps",
                    "realised_bps"
                };
        if (order && !children.isEmpty()) {
            always = Stream.concat(
                            Arrays.stream(always),
                            Stream.of("children", "child_fill_rate", "child_cancel_rate", "fill_ms_p50", "fill_ms_p99"))
                    .toArray(String[]::new);
        }
        return order && expected.isPresent()
                ? Stream.concat(Arrays.stream(always), Stream.of("estimated_bps", "realised_cost_bps", "surprise_bps"))
                        .toArray(String[]::new)
                : always;
    }

    Figures order(OrderCost cost) {
        WorkedOrder order = cost.order();
        Figures figures = new Figures()
                .put("order_id", order.id())
                .put("account", order.account())
                .put("strategy", order.strategy())
                .put("side", word(order.side()))
                .put("quantity", order.quantity())
                .put("start", Numbers.timeOfDay(order.window().fromMillis()))
                .put("end", Numbers.timeOfDay(order.window().untilMillis()))
                .put("filled", cost.filled())
                .put("fills", cost.fills().size())
                .put("fill_rate", quotient(cost.filled(), order.quantity()))
                .put("average_price", cost.averagePrice().map(CostFigures::rounded))
                .put("decision_price", order.decisionPrice());
        mark(figures, "arrival", cost.arrival());
        mark(figures, "end_price", cost.end());
        shortfall(figures, cost.shortfall());
        slippage(figures, "arrival", Optional.of(cost.arrival().price()), cost);
        slippage(figures, "vwap", cost.market().vwap(), cost);
        slippage(figures, "twap", cost.averageMid(), cost);
        slippage(figures, "close", market.close().map(Mark::price), cost);
        slippage(figures, "previous_close", previousClose, cost);
        figures.put("market_volume", cost.market().volume())
                .put("participation", cost.participation().map(CostFigures::rounded));
        spreads(figures, cost.spreads());
        if (!cost.fills().isEmpty()) {
            figures.put(
                    "first_fill_seconds",
                    BigDecimal.valueOf(
                            cost.fills().getFirst().millis() - order.window().fromMillis(), 3));
        }
        rates(figures, children.getOrDefault(order.id(), List.of()));
        expected.ifPresent(before -> before.put(figures, cost, market));
        return figures.put("reversion", cost.reversion())
                .put(
                        "reversion_bps",
                        cost.reversion()
                                .flatMap(back -> bps(back, cost.averagePrice().orElse(BigDecimal.ZERO))));
    }

    /** @param whole whether it is of whole orders, so that it has a fill rate */
    Function<GroupCost, Figures> group(String name, boolean whole) {
        return cost -> {
            Figures figures = new Figures()
                    .put(name, cost.name())
                    .put("orders", cost.orders())
                    .put("fills", cost.fills())
                    .put("filled", cost.units())
                    .put("notional", cost.notional());
            if (whole) {
                figures.put(
                        "fill_rate",
                        quotient(cost.filledAtDecision(), cost.shortfall().paper()));
            }
            shortfall(figures, cost.shortfall());
            figures.put("vwap_cost", rounded(cost.vwap().money()))
                    .put("vwap_bps", bps(cost.vwap().money(), cost.vwap().base()));
            spreads(figures, cost.spreads());
            return figures;
        };
    }

    /** Of all orders together. */
    Figures whole(GroupCost all) {
        Figures figures = group("group", true).apply(all);
        rates(figures, children.values().stream().flatMap(List::stream).toList());
        return figures;
    }

    /** Nothing where children are not told. */
    private static void rates(Figures figures, List<SentChild> sent) {
        if (sent.isEmpty()) {
            return;
        }
        ChildRates rates = ChildRates.of(sent);
        BigDecimal all = BigDecimal.valueOf(rates.children());
        figures.put("children", rates.children())
                .put("child_fill_rate", quotient(rates.filled(), rates.sent()))
                .put("child_cancel_rate", quotient(BigDecimal.valueOf(rates.cancelled()), all))
                .put("child_reject_rate", quotient(BigDecimal.valueOf(rates.rejected()), all));
        for (int percent : PERCENTILES) {
            rates.percentile(percent).ifPresent(millis -> figures.put("fill_ms_p" + percent, millis));
        }
    }

    private static void mark(Figures figures, String name, Mark mark) {
        figures.put(name, mark.price()).put(name + "_from", word(mark.from()));
    }

    private static void shortfall(Figures figures, ImplementationShortfall shortfall) {
        BigDecimal paper = shortfall.paper();
        figures.put("delay", shortfall.delay())
                .put("execution", shortfall.execution())
                .put("opportunity", shortfall.opportunity())
                .put("fees", shortfall.fees())
                .put("total", shortfall.total())
                .put("paper", paper)
                .put("delay_bps", bps(shortfall.delay(), paper))
                .put("execution_bps", bps(shortfall.execution(), paper))
                .put("opportunity_bps", bps(shortfall.opportunity(), paper))
                .put("fees_bps", bps(shortfall.fees(), paper))
                .put("total_bps", bps(shortfall.total(), paper));
    }

    private static void slippage(Figures figures, String name, Optional<BigDecimal> price, OrderCost cost) {
        if (price.isPresent()) {
            Slippage slippage = cost.against(price.get());
            if (!name.equals("arrival")) {
                figures.put(name, rounded(price.get()));
            }
            figures.put(name + "_cost", rounded(slippage.money()))
                    .put(name + "_bps", bps(slippage.money(), slippage.base()));
        }
    }

    private static void spreads(Figures figures, FillSpreads spreads) {
        figures.put("effective_spread", spreads.effective())
                .put("realised_spread", spreads.realised())
                .put("impact", spreads.impact())
                .put("effective_bps", bps(spreads.effective(), spreads.atMid()))
                .put("realised_bps", bps(spreads.realised(), spreads.atMid()))
                .put("impact_bps", bps(spreads.impact(), spreads.atMid()))
                .put("fills_without_spread", spreads.without());
    }

    private static Optional<BigDecimal> bps(BigDecimal money, BigDecimal base) {
        return base.signum() == 0
                ? Optional.empty()
                : Optional.of(money.movePointRight(4).divide(base, BPS_PLACES, RoundingMode.HALF_EVEN));
    }

    private static Optional<BigDecimal> quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, PRICE_PLACES, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(PRICE_PLACES, RoundingMode.HALF_EVEN);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
