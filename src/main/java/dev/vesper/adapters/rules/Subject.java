package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.orders.ParentOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a limit binds, with the facts by which the table finds its row.
 *
 * @param facts by the names that tables use
 * @param used how much is used; empty where it cannot be measured
 * @param order the one order concerned, where it is one
 */
record Subject(Map<String, Object> facts, Optional<LimitUtilisation> used, Optional<ParentOrder> order) {
    static final List<String> ACCOUNT_FACTS =
            List.of("Account", "Strategy", "Currency", "Account value", "Short allowed");

    /** What is known of an account, to be added to. */
    static Map<String, Object> account(ValuedBook valued) {
        AccountBook book = valued.book();
        Map<String, Object> facts = new HashMap<>();
        facts.put("Account", book.account().id());
        facts.put("Strategy", book.account().strategy());
        facts.put("Currency", book.account().cash().currency());
        facts.put("Account value", valued.base());
        facts.put("Short allowed", book.shortAllowed());
        return facts;
    }

    /** What is known of an account and an instrument, to be added to. */
    static Map<String, Object> instrument(ValuedBook valued, String symbol) {
        Map<String, Object> facts = account(valued);
        facts.put("Symbol", symbol);
        facts.put("Asset class", Books.assetClass(valued.book(), symbol));
        facts.put("Sector", Books.sector(valued.book(), symbol));
        return facts;
    }

    /** What is known of an order, to be added to. */
    static Map<String, Object> order(ValuedBook valued, ParentOrder order) {
        Map<String, Object> facts = instrument(valued, order.symbol());
        facts.put("Side", order.side().name().toLowerCase(Locale.ROOT));
        return facts;
    }
}
