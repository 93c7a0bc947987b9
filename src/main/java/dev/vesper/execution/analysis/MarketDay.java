package dev.vesper.execution.analysis;

import dev.vesper.execution.analysis.Mark.From;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.QuotedSpread;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TradeTotals;
import dev.vesper.market.ticks.Trades;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The day that executions are measured against.
 *
 * @param session when the market was open
 * @param horizonMillis how much later than a fill its later mid is
 */
public record MarketDay(Trades trades, BestQuotes quotes, Span session, long horizonMillis) {

    /** The market strictly before a moment, so that no order meets its own quote; empty where nothing was before it. */
    public Optional<Mark> before(long millis) {
        int moment = quotes.before(millis);
        if (quotes.open(moment)) {
            return Optional.of(new Mark(mid(moment), From.MID));
        }
        OptionalInt last = trades.lastBefore(millis);
        return last.isEmpty() ? Optional.empty() : Optional.of(new Mark(tradePrice(last.getAsInt()), From.LAST_TRADE));
    }

    /** The mid strictly before a moment; empty where the quotes are not open. */
    public Optional<BigDecimal> midBefore(long millis) {
        int moment = quotes.before(millis);
        return quotes.open(moment) ? Optional.of(mid(moment)) : Optional.empty();
    }

    /** The spread strictly before a moment, in currency units; empty where the quotes are not open. */
    public Optional<BigDecimal> spreadBefore(long millis) {
        int moment = quotes.before(millis);
        return quotes.open(moment)
                ? Optional.of(BigDecimal.valueOf(quotes.askE4(moment) - quotes.bidE4(moment), 4))
                : Optional.empty();
    }

    /** The mid at the horizon after a moment; empty where the quotes are not open or the session is over. */
    public Optional<BigDecimal> midAfter(long millis) {
        long later = millis + horizonMillis;
        int moment = quotes.at(later);
        return later < session.untilMillis() && quotes.open(moment) ? Optional.of(mid(moment)) : Optional.empty();
    }

    /** What the market traded in a span; doubted trades are not in it. */
    public TradeTotals traded(Span span) {
        return TradeTotals.ofTrusted(trades, span);
    }

    /** The average mid of a span, weighted by time; empty where the quotes were never open. */
    public Optional<BigDecimal> averageMid(Span span) {
        return QuotedSpread.of(quotes, span).averageMid();
    }

    /** The closing price: of the largest closing auction, else of the session's last trade; empty where there is neither. */
    public Optional<Mark> close() {
        OptionalInt auction = trades.largestClosingAuction();
        if (auction.isPresent()) {
            return Optional.of(new Mark(tradePrice(auction.getAsInt()), From.CLOSING_AUCTION));
        }
        TradeTotals all = traded(session);
        return all.trades() == 0
                ? Optional.empty()
                : Optional.of(new Mark(BigDecimal.valueOf(all.lastE4(), 4), From.LAST_TRADE));
    }

    private BigDecimal mid(int moment) {
        return BigDecimal.valueOf(Math.multiplyExact(quotes.twiceMidE4(moment), 5L), 5);
    }

    private BigDecimal tradePrice(int row) {
        return BigDecimal.valueOf(trades.pricesE4()[row], 4);
    }
}
