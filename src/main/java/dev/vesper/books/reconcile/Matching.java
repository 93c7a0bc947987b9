package dev.vesper.books.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A custodian's statement against the books, account by account, both on the settled basis of one day: quantities to the
 * last digit, money to the smallest coin. What is not explained is left as a break; nothing is booked to make totals fit.
 */
public final class Matching {
    private final Set<String> symbols;

    /**
     * For a firm.
     *
     * @param symbols the instruments that it knows
     */
    public Matching(Set<String> symbols) {
        this.symbols = Set.copyOf(symbols);
    }

    /**
     * Every difference, by account.
     *
     * @param booked the accounts of the books
     * @param soon accounts that the firm lists and the books open on their first day: nothing is said of them
     * @param books what the books hold for one of their accounts
     */
    public List<Break> of(
            Statement statement, SortedSet<String> booked, Set<String> soon, Function<String, SettledAccount> books) {
        Map<String, List<StatedLot>> lots = statement.byAccount();
        List<Break> breaks = new ArrayList<>();
        Set<String> stated = new HashSet<>();
        for (StatedAccount account : statement.accounts()) {
            stated.add(account.account());
            List<StatedLot> held = lots.getOrDefault(account.account(), List.of());
            if (booked.contains(account.account())) {
                breaks.addAll(new AccountMatching(account, held, books.apply(account.account()), symbols).breaks());
            } else if (!soon.contains(account.account())) {
                breaks.add(account(
                        account.account(),
                        account.currency(),
                        null,
                        account,
                        "the books have no account of that name; maybe the custodian names it otherwise"));
            }
        }
        for (String account : booked) {
            if (!stated.contains(account)) {
                SettledAccount ours = books.apply(account);
                if (ours.cash().signum() != 0 || !ours.lots().isEmpty()) {
                    breaks.add(account(
                            account,
                            ours.currency(),
                            ours,
                            null,
                            "the statement does not tell of it; maybe the custodian names it otherwise"));
                }
            }
        }
        return breaks;
    }

    private static Break account(
            String account,
            String currency,
            @Nullable SettledAccount ours,
            @Nullable StatedAccount stated,
            String detail) {
        return new Break(
                BreakKind.MAPPING,
                account,
                Break.ACCOUNT,
                ours == null ? BigDecimal.ZERO : ours.cash(),
                stated == null ? BigDecimal.ZERO : stated.cash(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                currency,
                List.of(),
                detail);
    }
}
