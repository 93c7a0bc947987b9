package dev.vesper.limits.compliance;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A purchase or sale of the last weeks, by an earlier run.
 *
 * @param daysAgo calendar days before the business date
 * @param sale whether it sold; else it bought
 * @param realisedGain of a sale, negative for a loss; zero for a purchase;
 *     to the cent, for the rules write it into their sentences
 */
public record Traded(
        String symbol, LocalDate date, int daysAgo, boolean sale, BigDecimal quantity, BigDecimal realisedGain)
        implements ComplianceFact {

    static List<Traded> of(AccountBook book) {
        return book.recentTrades().stream()
                .map(trade -> new Traded(
                        trade.symbol(),
                        trade.date(),
                        DaysAgo.of(book, trade.date()),
                        trade.side() == Side.SELL,
                        trade.quantity(),
                        Money.cents(trade.realisedGain())))
                .toList();
    }
}
