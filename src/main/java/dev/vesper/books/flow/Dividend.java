package dev.vesper.books.flow;

import dev.vesper.books.AccountType;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dividend in cash: who held the instrument at the close before the ex date is owed it from then on, and gets it on the
 * pay date, less the tax that is withheld. Who is short owes it.
 */
public record Dividend(FlowWords words) implements Flow {
    static final FlowKind KIND = new FlowKind(
            "dividend",
            "Who held an instrument before the ex date (date) gets an amount for each unit on the pay date (pay).",
            List.of("symbol", "amount", "pay", "currency"),
            List.of("withheld", "account"),
            Dividend::of);

    private static final EntryKind OWED = new EntryKind("dividend");
    private static final EntryKind PAID = new EntryKind("dividend-payment");

    private static Flow of(FlowWords words) {
        if (words.date("pay").isBefore(words.date())) {
            throw words.problem(
                    "pay",
                    "Expected a pay date on or after the ex date " + words.date() + ", but got " + words.text("pay"));
        }
        words.positive("amount");
        withheld(words);
        return new Dividend(words);
    }

    private static BigDecimal withheld(FlowWords words) {
        return words.has("withheld") ? words.share("withheld") : BigDecimal.ZERO;
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(OWED, words.date()), new FlowPart(PAID, words.date("pay")));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        BigDecimal units = book.heldBefore(words.date(), words.text("symbol")).entrySet().stream()
                .filter(holder -> meant(holder.getKey()))
                .map(holder -> holder.getValue().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(units.multiply(words.positive("amount")));
    }

    private boolean meant(String account) {
        return !words.has("account") || words.text("account").equals(account);
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        if (words.has("account")) {
            book.account(words, "account");
        }
        book.symbol(words, "symbol");
        return part.kind().equals(OWED) ? owed(book) : paid(book, part.due());
    }

    private List<LedgerEntry> owed(FlowBook book) {
        List<LedgerEntry> entries = new ArrayList<>();
        book.heldBefore(words.date(), words.text("symbol")).forEach((account, units) -> {
            if (meant(account)) {
                String currency = book.currency(words, account);
                BigDecimal gross = Coins.rounded(units.multiply(words.positive("amount")), currency);
                BigDecimal tax =
                        gross.signum() > 0 ? Coins.rounded(gross.multiply(withheld(words)), currency) : BigDecimal.ZERO;
                AccountType due = gross.signum() > 0 ? AccountType.RECEIVABLE : AccountType.PAYABLE;
                List<Posting> postings = new ArrayList<>();
                postings.add(Posting.of(LedgerAccount.money(due, currency), gross.subtract(tax)));
                if (tax.signum() != 0) {
                    postings.add(Posting.of(LedgerAccount.money(AccountType.TAX_WITHHELD, currency), tax));
                }
                postings.add(Posting.of(LedgerAccount.money(AccountType.INCOME, currency), gross.negate()));
                String memo = words.text("symbol") + ", " + words.text("amount") + " on " + units.toPlainString()
                        + (words.memo().isEmpty() ? "" : ": " + words.memo());
                if (gross.signum() != 0) {
                    entries.add(LedgerEntry.of(OWED, id() + "/" + account, account, words.date(), postings, memo));
                }
            }
        });
        return entries;
    }

    /** The entry that pays what an entry owes; empty where it owes no dividend. */
    static Optional<EntryId> payment(LedgerEntry owed) {
        return owed.kind().equals(OWED)
                ? Optional.of(LedgerEntry.of(PAID, owed.source(), owed.account(), owed.effective(), List.of(), "")
                        .id())
                : Optional.empty();
    }

    /** What is owed and was not taken back. */
    private List<LedgerEntry> paid(FlowBook book, LocalDate pay) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (LedgerEntry owed : book.books().standing(OWED, id())) {
            Posting due = owed.postings().getFirst();
            String currency = due.account().unit().code();
            entries.add(LedgerEntry.of(
                    PAID,
                    owed.source(),
                    owed.account(),
                    pay,
                    List.of(
                            Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, currency), due.amount()),
                            Posting.of(due.account(), due.amount().negate())),
                    owed.memo()));
        }
        return entries;
    }
}
