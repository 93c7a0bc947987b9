package dev.vesper.books.flow;

import dev.vesper.basics.Numbers;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units that change hands in kind, with what they cost and the day they were acquired: between two accounts, from outside
 * or to it. Without a lot named, the oldest units go first.
 */
public record Transfer(FlowWords words, boolean leaves, boolean arrives) implements Flow {
    static final FlowKind BETWEEN = new FlowKind(
            "transfer",
            "Units with their lots go from one account to another.",
            List.of("account", "to", "symbol", "units"),
            List.of("lot"),
            words -> of(words, true, true));
    static final FlowKind OUT = new FlowKind(
            "transfer-out",
            "Units with their lots leave the firm.",
            List.of("account", "symbol", "units"),
            List.of("lot"),
            words -> of(words, true, false));
    static final FlowKind IN = new FlowKind(
            "transfer-in",
            "Units come in, with what they cost in all and the day they were acquired.",
            List.of("account", "symbol", "units", "cost", "acquired", "currency"),
            List.of(),
            words -> of(words, false, true));

    private record Moved(LotId from, BigDecimal units, BigDecimal cost) {}

    private static Flow of(FlowWords words, boolean leaves, boolean arrives) {
        words.positive("units");
        if (!leaves) {
            words.notNegative("cost");
            if (words.date("acquired").isAfter(words.date())) {
                throw words.problem(
                        "acquired",
                        "Expected units acquired on or before " + words.date() + ", but got " + words.text("acquired"));
            }
        }
        if (leaves && arrives && words.text("account").equals(words.text("to"))) {
            throw words.problem("to", "Expected another account than " + words.text("account"));
        }
        return new Transfer(words, leaves, arrives);
    }

    private EntryKind kind() {
        return new EntryKind(words.text(FlowWords.KIND));
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(kind(), words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        BigDecimal cost = leaves
                ? taken(book).stream().map(Moved::cost).reduce(BigDecimal.ZERO, BigDecimal::add)
                : words.notNegative("cost");
        return Optional.of(cost);
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        String account = book.account(words, "account");
        String symbol = book.symbol(words, "symbol");
        String currency = book.currency(words, account);
        List<LedgerEntry> entries = new ArrayList<>();
        List<Moved> moved = leaves
                ? taken(book)
                : List.of(new Moved(
                        new LotId(account, symbol, words.date("acquired"), 1),
                        words.positive("units"),
                        words.has("cost") ? words.notNegative("cost") : BigDecimal.ZERO));
        if (leaves) {
            List<Posting> postings = new ArrayList<>();
            moved.forEach(lot -> postings.addAll(
                    lines(lot.from(), lot.units().negate(), lot.cost().negate(), currency)));
            entries.add(entry(account, postings));
        }
        if (arrives) {
            String to = leaves ? book.account(words, "to") : account;
            if (leaves && !book.balances().currency(to).equals(currency)) {
                throw words.problem(
                        "to",
                        "Expected an account in " + currency + ", but " + to + " is in "
                                + book.balances().currency(to));
            }
            FlowBook.NewLots numbers = book.newLots();
            List<Posting> postings = new ArrayList<>();
            for (Moved lot : moved) {
                postings.addAll(lines(numbers.next(to, symbol, lot.from()), lot.units(), lot.cost(), currency));
            }
            entries.add(entry(to, postings));
        }
        return entries;
    }

    private LedgerEntry entry(String account, List<Posting> postings) {
        String memo =
                words.text("units") + " " + words.text("symbol") + (words.memo().isEmpty() ? "" : ": " + words.memo());
        return LedgerEntry.of(kind(), id() + "/" + account, account, words.date(), postings, memo);
    }

    private static List<Posting> lines(LotId lot, BigDecimal units, BigDecimal cost, String currency) {
        return List.of(
                Posting.of(LedgerAccount.lotUnits(lot), units),
                Posting.of(LedgerAccount.units(AccountType.CUSTODY, lot.symbol()), units.negate()),
                Posting.of(LedgerAccount.lotCost(lot, currency), cost),
                Posting.of(LedgerAccount.money(AccountType.FLOWS, currency), cost.negate()));
    }

    /** The units that go, from the lot that is named or the oldest ones. */
    private List<Moved> taken(FlowBook book) {
        String account = book.account(words, "account");
        String symbol = book.symbol(words, "symbol");
        BigDecimal wanted = words.positive("units");
        List<LotBalance> lots = book.lots(symbol).getOrDefault(account, List.of()).stream()
                .filter(lot -> lot.units().signum() > 0)
                .filter(lot -> !words.has("lot") || lot.id().toString().equals(words.text("lot")))
                .toList();
        if (words.has("lot") && lots.isEmpty()) {
            throw words.problem(
                    "lot",
                    "Expected a lot of " + account + " with units of " + symbol + ", but got \"" + words.text("lot")
                            + "\"; ./vesper books lots shows them");
        }
        BigDecimal there = lots.stream().map(LotBalance::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (wanted.compareTo(there) > 0) {
            throw words.problem(
                    "units",
                    "Expected at most " + Numbers.exact(there) + " " + symbol + ", which "
                            + (words.has("lot") ? "the lot" : account) + " holds, but got " + words.text("units"));
        }
        List<Moved> moved = new ArrayList<>();
        BigDecimal left = wanted;
        for (LotBalance lot : lots) {
            BigDecimal part = left.min(lot.units());
            if (part.signum() > 0) {
                moved.add(new Moved(lot.id(), part, lot.costOf(part)));
                left = left.subtract(part);
            }
        }
        return moved;
    }
}
