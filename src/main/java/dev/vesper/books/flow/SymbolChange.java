package dev.vesper.books.flow;

import dev.vesper.basics.NearestName;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An instrument gets another symbol: its lots keep units, cost and the day they were acquired. */
public record SymbolChange(FlowWords words) implements Flow {
    static final FlowKind KIND = new FlowKind(
            "symbol-change",
            "An instrument gets another symbol, which instruments.csv must list.",
            List.of("symbol", "new_symbol"),
            List.of(),
            SymbolChange::of);

    private static final EntryKind CHANGE = new EntryKind("symbol-change");

    private static Flow of(FlowWords words) {
        if (words.text("symbol").equals(words.text("new_symbol"))) {
            throw words.problem("new_symbol", "Expected another symbol than " + words.text("symbol"));
        }
        return new SymbolChange(words);
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(CHANGE, words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        String old = book.symbol(words, "symbol");
        String fresh = words.text("new_symbol");
        if (!book.instruments().contains(fresh)) {
            throw words.problem(
                    "new_symbol",
                    "Expected a symbol that instruments.csv lists, but got \"" + fresh + "\""
                            + NearestName.hint(fresh, book.instruments()));
        }
        FlowBook.NewLots numbers = book.newLots();
        List<LedgerEntry> entries = new ArrayList<>();
        book.lotsBefore(words, old).forEach((account, lots) -> {
            List<Posting> postings = new ArrayList<>();
            BigDecimal units = BigDecimal.ZERO;
            for (LotBalance lot : lots) {
                LotId to = numbers.next(account, fresh, lot.id());
                PostingCode code = lot.units().signum() < 0 ? PostingCode.SHORT_SALE : PostingCode.PRINCIPAL;
                postings.add(
                        Posting.of(LedgerAccount.lotUnits(lot.id()), lot.units().negate()));
                postings.add(new Posting(LedgerAccount.lotUnits(to), lot.units(), code));
                if (lot.cost().signum() != 0) {
                    postings.add(Posting.of(
                            LedgerAccount.lotCost(lot.id(), lot.currency()),
                            lot.cost().negate()));
                    postings.add(Posting.of(LedgerAccount.lotCost(to, lot.currency()), lot.cost()));
                }
                units = units.add(lot.units());
            }
            postings.add(Posting.of(LedgerAccount.units(AccountType.CUSTODY, old), units));
            postings.add(Posting.of(LedgerAccount.units(AccountType.CUSTODY, fresh), units.negate()));
            String memo = old + " is " + fresh + (words.memo().isEmpty() ? "" : ": " + words.memo());
            entries.add(LedgerEntry.of(CHANGE, id() + "/" + account, account, words.date(), postings, memo));
        });
        return entries;
    }
}
