package dev.vesper.books.reconcile;

import dev.vesper.basics.FieldSum;
import dev.vesper.books.LotId;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a custodian says that accounts hold: positions and cash that have settled. Every lot is of one of the accounts. */
public record Statement(List<StatedAccount> accounts, List<StatedLot> lots) {
    private static final Comparator<StatedLot> BY_NAME = Comparator.comparing(
                    (StatedLot lot) -> lot.id().symbol())
            .thenComparing(lot -> lot.id().acquired())
            .thenComparingInt(lot -> lot.id().number());

    public Statement {
        accounts = List.copyOf(accounts);
        lots = List.copyOf(lots);
    }

    /** What a firm's own files say. */
    public static Statement of(List<Account> accounts, List<TaxLot> lots) {
        return new Statement(
                accounts.stream()
                        .map(account -> new StatedAccount(
                                account.id(),
                                account.cash().currency(),
                                account.cash().amount()))
                        .toList(),
                lots.stream()
                        .map(lot -> new StatedLot(LotId.of(lot.id()), lot.quantity(), lot.cost()))
                        .toList());
    }

    /** The lots of each account that has any. */
    Map<String, List<StatedLot>> byAccount() {
        Map<String, List<StatedLot>> held = new HashMap<>();
        lots.forEach(lot ->
                held.computeIfAbsent(lot.id().account(), _ -> new ArrayList<>()).add(lot));
        return held;
    }

    /** What is said of each account, as a sum: two statements with the same sum say the same of it. */
    public SortedMap<String, String> sums() {
        Map<String, List<StatedLot>> held = byAccount();
        SortedMap<String, String> sums = new TreeMap<>();
        for (StatedAccount account : accounts) {
            FieldSum sum = new FieldSum();
            sum.add(account.currency());
            sum.add(account.cash());
            held.getOrDefault(account.account(), List.of()).stream()
                    .sorted(BY_NAME)
                    .forEach(lot -> {
                        sum.add(lot.id().toString());
                        sum.add(lot.units());
                        sum.add(lot.cost(account.currency()));
                    });
            sums.put(account.account(), sum.hex());
        }
        return sums;
    }
}
