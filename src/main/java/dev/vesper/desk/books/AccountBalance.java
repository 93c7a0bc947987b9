package dev.vesper.desk.books;

import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.LotBalance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one account comes to, in its currency. Gains, income and what was paid in are positive, fees and tax are what they
 * cost.
 *
 * @param cash on the traded basis: settled, less what is to be paid, plus what is to come
 * @param lots how many hold units
 * @param cost of all its lots
 */
public record AccountBalance(
        String account,
        String currency,
        BigDecimal cash,
        BigDecimal settled,
        BigDecimal receivable,
        BigDecimal payable,
        int lots,
        BigDecimal cost,
        BigDecimal gainShort,
        BigDecimal gainLong,
        BigDecimal income,
        BigDecimal taxWithheld,
        BigDecimal fees) {
    /** Every account that has money, by name. */
    static List<AccountBalance> of(Balances balances, List<LotBalance> lots) {
        Map<String, List<LotBalance>> held = new HashMap<>();
        lots.forEach(lot ->
                held.computeIfAbsent(lot.id().account(), _ -> new ArrayList<>()).add(lot));
        return balances.clients().stream()
                .map(account -> of(balances, account, held.getOrDefault(account, List.of())))
                .toList();
    }

    private static AccountBalance of(Balances balances, String account, List<LotBalance> lots) {
        return new AccountBalance(
                account,
                balances.currency(account),
                balances.cash(account),
                balances.money(account, AccountType.SETTLED_CASH),
                balances.money(account, AccountType.RECEIVABLE),
                balances.money(account, AccountType.PAYABLE),
                lots.size(),
                lots.stream().map(LotBalance::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                balances.money(account, AccountType.GAIN_SHORT).negate(),
                balances.money(account, AccountType.GAIN_LONG).negate(),
                balances.money(account, AccountType.INCOME).negate(),
                balances.money(account, AccountType.TAX_WITHHELD),
                balances.money(account, AccountType.FEES));
    }
}
