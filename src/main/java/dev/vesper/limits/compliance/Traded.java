package dev.vesper.limits.compliance;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.HouseholdMember;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A purchase or sale of the last weeks, by an earlier run, of the account or of another one of its household. A loss of a
 * retirement account is none.
 *
 * @param account which traded
 * @param daysAgo calendar days before the day on which the instrument would be traded; 0 for what another account of the
 *     household is to trade on that day
 * @param sale whether it sold; else it bought
 * @param realisedGain of a sale, negative for a loss: the losses of its lots alone where any has one, for a gain beside it
 *     saves none; zero for a purchase; to the cent, for the rules write it into their sentences
 */
public record Traded(
        String account,
        String symbol,
        LocalDate date,
        int daysAgo,
        boolean sale,
        BigDecimal quantity,
        BigDecimal realisedGain)
        implements ComplianceFact {

    static List<Traded> of(AccountBook book) {
        String own = book.account().id();
        boolean taxed = !book.account().terms().retirement();
        List<Traded> all = new ArrayList<>();
        book.recentTrades().forEach(trade -> all.add(of(book, own, taxed, trade)));
        for (HouseholdMember member : book.household()) {
            member.trades().forEach(trade -> all.add(of(book, member.account(), member.taxed(), trade)));
        }
        return all;
    }

    private static Traded of(AccountBook book, String account, boolean taxed, AccountBook.RecentTrade trade) {
        return new Traded(
                account,
                trade.symbol(),
                trade.date(),
                DaysAgo.of(book, trade.symbol(), trade.date()),
                trade.side() == Side.SELL,
                trade.quantity(),
                Money.cents(taxed ? trade.realisedGain() : BigDecimal.ZERO));
    }
}
