package dev.vesper.execution.cost;

import dev.vesper.basics.Money;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.Fill;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountValue;
import dev.vesper.portfolio.TaxLot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a day did to one account, for example 12 orders, 500 bought, 200 sold, 1 of fees: cash of 1,000 in the morning is
 * 699 in the evening.
 *
 * @param account as it was in the morning
 * @param orders how many parent orders it had
 * @param flow what its fills moved
 * @param after its value once fills and fees are booked, lots at the last closes
 */
public record AccountDay(Account account, long orders, AccountFlow flow, AccountValue after) {

    /**
     * One for each account, in their order.
     *
     * @param orders the parents of all accounts
     * @param fills of all accounts
     * @param lots of all accounts, in the evening
     */
    public static List<AccountDay> of(
            List<Account> accounts,
            List<ExecutedOrder> orders,
            List<Fill> fills,
            List<TaxLot> lots,
            PriceHistory prices) {
        Map<String, AccountFlow> flows = AccountFlow.of(fills);
        Map<String, Long> counts = new HashMap<>();
        orders.forEach(order -> counts.merge(order.order().account(), 1L, Long::sum));
        Map<String, List<TaxLot>> held = lots.stream().collect(Collectors.groupingBy(TaxLot::account));
        return accounts.stream()
                .map(account -> {
                    String id = account.id();
                    AccountFlow flow = flows.getOrDefault(id, AccountFlow.NONE);
                    AccountValue after = AccountValue.of(
                            id, account.cash().amount().add(flow.cash()), held.getOrDefault(id, List.of()), prices);
                    return new AccountDay(account, counts.getOrDefault(id, 0L), flow, after);
                })
                .toList();
    }

    /** Cash in the evening. */
    public Money cash() {
        return Money.of(after.cash(), account.cash().currency());
    }
}
