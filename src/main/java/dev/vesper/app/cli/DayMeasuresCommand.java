package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.basics.Problem;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.LastSeenBest;
import dev.vesper.market.ticks.QuoteState;
import dev.vesper.market.ticks.QuotedSpread;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TradeCondition;
import dev.vesper.market.ticks.TradeSpreads;
import dev.vesper.market.ticks.TradeSpreads.Left;
import dev.vesper.market.ticks.TradeTotals;
import dev.vesper.market.ticks.Trades;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a recorded day was. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        description = "A recorded day's average price, volume curve and spreads.",
        footer = {"", "Example: ./vesper execution measures --trades trades.csv.gz --quotes quotes.csv.gz --format json"
        })
final class DayMeasuresCommand implements Callable<Integer> {
    private static final long HALF_HOUR_MILLIS = 1_800_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MOST_HORIZON_SECONDS = 3_600;

    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "The day's trades.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path trades;

    @Option(names = "--quotes", paramLabel = "FILE", description = "The day's quotes; no spreads without them.")
    private @Nullable Path quotes;

    @Mixin
    private final SessionOption session = new SessionOption();

    @Option(
            names = "--horizon",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How much later the realised spread takes its mid; 60 by default.")
    private int horizon = 60;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (horizon < 1 || horizon > MOST_HORIZON_SECONDS) {
            throw Problem.usage("Expected a horizon of 1 to " + MOST_HORIZON_SECONDS + " seconds, but got " + horizon);
        }
        Span open = session.span();
        Trades traded = TickFile.trades(trades);
        Figures figures = new Figures()
                .put("all_rows", totals(TradeTotals.of(traded, Span.ALL)))
                .put("regular_session_" + session.digits(), totals(TradeTotals.of(traded, open)))
                .put("regular_session_not_suspicious", totals(TradeTotals.ofTrusted(traded, open)))
                .put("volume_by_30min_regular", TradeTotals.volumes(traded, open, HALF_HOUR_MILLIS))
                .put("trade_conditions_regular", conditions(traded, open));
        if (quotes != null) {
            Quotes quoted = TickFile.quotes(quotes);
            BestQuotes best = BestQuotes.of(quoted);
            figures.put("quote_rows", quoted.count())
                    .put("last_seen_quote_per_exchange_best_at_hour", hours(quoted, open))
                    .put("quoted_spread", quoted(QuotedSpread.of(best, open), open))
                    .put("trade_spreads", spreads(TradeSpreads.of(traded, best, open, horizon * 1000L)));
        }
        format.write(figures.rows(), figures.nested(), spec.commandLine().getOut());
        return 0;
    }

    private static Figures totals(TradeTotals totals) {
        Figures figures = new Figures().put("trades", totals.trades()).put("volume", totals.volume());
        figures.put("notional", totals.notional()).put("vwap", totals.vwap());
        if (totals.trades() > 0) {
            figures.put("first", price(totals.firstE4()))
                    .put("last", price(totals.lastE4()))
                    .put("high", price(totals.highE4()))
                    .put("low", price(totals.lowE4()));
        }
        return figures;
    }

    private static Figures conditions(Trades trades, Span open) {
        Figures figures = new Figures();
        for (TradeCondition condition : TradeCondition.values()) {
            TradeTotals totals = TradeTotals.with(condition, trades, open);
            figures.put(
                    word(condition),
                    new Figures().put("trades", totals.trades()).put("volume", totals.volume()));
        }
        return figures;
    }

    /** At each whole hour between open and close. */
    private static Figures hours(Quotes quotes, Span open) {
        Figures figures = new Figures();
        for (long hour = (open.fromMillis() / HOUR_MILLIS + 1) * HOUR_MILLIS; open.holds(hour); hour += HOUR_MILLIS) {
            LastSeenBest best = LastSeenBest.before(quotes, hour);
            Figures sides = new Figures();
            if (best.bidE4() > 0) {
                sides.put("best_bid", price(best.bidE4()));
            }
            if (best.askE4() > 0) {
                sides.put("best_ask", price(best.askE4()));
            }
            figures.put(Long.toString(hour), sides);
        }
        return figures;
    }

    private static Figures quoted(QuotedSpread spread, Span open) {
        return new Figures()
                .put("time_weighted", spread.average())
                .put("time_weighted_bps", spread.averageBps())
                .put("time_weighted_mid", spread.averageMid())
                .put("session_ms", open.millis())
                .put("open_ms", spread.millis(QuoteState.OPEN))
                .put("locked_ms", spread.millis(QuoteState.LOCKED))
                .put("crossed_ms", spread.millis(QuoteState.CROSSED))
                .put("halted_ms", spread.millis(QuoteState.HALTED))
                .put("one_sided_ms", spread.millis(QuoteState.ONE_SIDED));
    }

    private Figures spreads(TradeSpreads spreads) {
        Figures left = new Figures();
        for (Left reason : Left.values()) {
            left.put(word(reason), spreads.left(reason));
        }
        return new Figures()
                .put("horizon_seconds", horizon)
                .put("effective", spreads.average(spreads.effectiveUnitsE4()))
                .put("realised", spreads.average(spreads.realisedUnitsE4()))
                .put("impact", spreads.average(spreads.impactUnitsE4()))
                .put("effective_bps", spreads.bps(spreads.effectiveUnitsE4()))
                .put("realised_bps", spreads.bps(spreads.realisedUnitsE4()))
                .put("impact_bps", spreads.bps(spreads.impactUnitsE4()))
                .put("trades", spreads.trades())
                .put("volume", spreads.volume())
                .put("bought_volume", spreads.boughtVolume())
                .put("side_by_tick_trades", spreads.byTick())
                .put("left_out_trades", left);
    }

    private static BigDecimal price(long e4) {
        return BigDecimal.valueOf(e4, 4);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
