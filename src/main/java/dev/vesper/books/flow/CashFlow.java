package dev.vesper.books.flow;

import dev.vesper.basics.Numbers;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Money that comes into an account or leaves it: a deposit, a withdrawal, a fee that belongs to no trade.
 *
 * @param sign 1 where cash grows
 * @param against where the other side stands
 */
public record CashFlow(FlowWords words, EntryKind kind, int sign, AccountType against) implements Flow {
    static final FlowKind DEPOSIT = kind("deposit", "Money comes into an account.", 1, AccountType.FLOWS);
    static final FlowKind WITHDRAWAL = kind("withdrawal", "Money leaves an account.", -1, AccountType.FLOWS);
    static final FlowKind FEE =
            kind("fee", "An account pays a fee that belongs to no trade, for example custody.", -1, AccountType.FEES);

    private static FlowKind kind(String word, String sentence, int sign, AccountType against) {
        return new FlowKind(word, sentence, List.of("account", "amount", "currency"), List.of(), words -> {
            words.positive("amount");
            return new CashFlow(words, new EntryKind(word), sign, against);
        });
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(kind, words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return Optional.of(words.positive("amount"));
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        String account = book.account(words, "account");
        String currency = book.currency(words, account);
        BigDecimal amount = words.money("amount", currency);
        BigDecimal cash = book.balances().cash(account);
        if (sign < 0 && amount.compareTo(cash) > 0) {
            throw words.problem(
                    "amount",
                    "Expected at most " + Numbers.exact(cash) + " " + currency + ", the cash of " + account
                            + ", but got " + Numbers.exact(amount));
        }
        BigDecimal moved = amount.multiply(BigDecimal.valueOf(sign));
        return List.of(LedgerEntry.of(
                kind,
                id() + "/" + account,
                account,
                words.date(),
                List.of(
                        Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, currency), moved),
                        Posting.of(LedgerAccount.money(against, currency), moved.negate())),
                words.memo()));
    }
}
