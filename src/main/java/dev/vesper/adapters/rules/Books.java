package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks up in an account's book what rules ask for. */
final class Books {
    private Books() {}

    /** Lots summed by symbol; an order's decision price stands in where the book has no price. */
    static Holdings holdings(AccountBook book) {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        for (TaxLot lot : book.lots()) {
            units.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
        }
        Map<String, BigDecimal> prices = new HashMap<>(book.prices());
        for (ParentOrder order : book.orders()) {
            prices.putIfAbsent(order.symbol(), order.decisionPrice());
        }
        return new Holdings(book.account().cash().amount(), units, prices);
    }

    static String sector(AccountBook book, String symbol) {
        Instrument instrument = book.instruments().get(symbol);
        return instrument == null ? "" : instrument.sector().strip();
    }

    static String assetClass(AccountBook book, String symbol) {
        Instrument instrument = book.instruments().get(symbol);
        return instrument == null ? "" : instrument.assetClass().strip();
    }

    /** The book with other orders. */
    static AccountBook withOrders(AccountBook book, List<ParentOrder> orders) {
        return new AccountBook(
                book.account(),
                book.date(),
                book.lots(),
                orders,
                book.instruments(),
                book.prices(),
                book.priceDates(),
                book.averageDailyVolume(),
                book.recentTrades(),
                book.restricted(),
                book.shortAllowed());
    }
}
