package dev.vesper.execution.quality;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as a venue received it, and what became of it.
 *
 * @param key run and client order id
 * @param date of the session it was worked in
 * @param decisionPrice the close its parent was decided at, in currency units
 * @param assetClass as the firm's file said when the run was opened; null where that is not kept
 * @param midpoint whether the venue trades at the midpoint only; null where the firm's file of then is not kept
 * @param receipt the best quote just before the venue received it; null where none is recorded
 */
public record SentOrder(
        String key,
        LocalDate date,
        ChildOrder order,
        ChildOutcome outcome,
        String currency,
        BigDecimal decisionPrice,
        @Nullable String assetClass,
        @Nullable Boolean midpoint,
        @Nullable BestQuote receipt,
        List<KeyedFill> fills) {
    public SentOrder {
        fills = List.copyOf(fills);
    }

    /** The same, with what is recorded of the market around it. */
    public SentOrder quoted(@Nullable BestQuote quote, List<KeyedFill> around) {
        return new SentOrder(key, date, order, outcome, currency, decisionPrice, assetClass, midpoint, quote, around);
    }

    /** Whether its limit was at the opposite quote or beyond it when it was received; null where that is not recorded. */
    public @Nullable Boolean marketable() {
        BestQuote quote = receipt;
        return quote == null
                ? null
                : order.limitPrice()
                                .subtract(opposite(quote))
                                .multiply(BigDecimal.valueOf(order.side().sign()))
                                .signum()
                        >= 0;
    }

    /** What it would trade with: the offer for a buy, the bid for a sell. */
    BigDecimal opposite(BestQuote quote) {
        return order.side().sign() > 0 ? quote.offer() : quote.bid();
    }

    /** Quantity at its limit, in currency units. */
    public BigDecimal notional() {
        return order.quantity().multiply(order.limitPrice());
    }
}
