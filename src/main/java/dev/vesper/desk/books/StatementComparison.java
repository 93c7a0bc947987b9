package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.Unit;
import dev.vesper.books.reconcile.Break;
import dev.vesper.books.reconcile.Matching;
import dev.vesper.books.reconcile.SettledAccount;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.firm.Firm;
import dev.vesper.portfolio.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A custodian's statement against the books, as of its day. The books are read once, and compared with what vouches for them;
 * then an account at a time.
 */
final class StatementComparison {
    private final Books books;

    StatementComparison(Books books) {
        this.books = books;
    }

    /**
     * What differs.
     *
     * @throws Problem of kind INPUT where the statement is of no day of the books, or of a later one than is said
     */
    List<Break> differences(BookId book, Firm firm, Statement statement, LocalDate asOf) {
        refuseLater(statement, asOf);
        Accounts accounts = accounts(book);
        Set<String> booked = accounts.openedBy(asOf);
        if (booked.isEmpty()) {
            throw Problem.usage("Expected a statement of the day on which the books begin, " + accounts.first()
                    + ", or later, but got one as of " + asOf);
        }
        Set<String> soon = firm.accounts().stream().map(Account::id).collect(Collectors.toCollection(HashSet::new));
        soon.addAll(accounts.opened.keySet());
        return new Matching(firm.instruments().keySet())
                .of(statement, new TreeSet<>(booked), soon, account -> settled(book, account, accounts, asOf));
    }

    private static void refuseLater(Statement statement, LocalDate asOf) {
        statement.lots().stream()
                .filter(lot -> lot.id().acquired().isAfter(asOf))
                .findFirst()
                .ifPresent(lot -> {
                    throw Problem.usage("Expected lots acquired on or before " + asOf + ", the statement's day, but "
                            + lot.id() + " was later; maybe it is of another day");
                });
    }

    private SettledAccount settled(BookId book, String account, Accounts accounts, LocalDate asOf) {
        List<LedgerEntry> entries =
                books.entries(book, account).stream().map(BookedEntry::entry).toList();
        return SettledAccount.of(entries, accounts.currencies.getOrDefault(account, ""), asOf);
    }

    /** The accounts of a book. */
    private static final class Accounts {
        private final Map<String, LocalDate> opened = new HashMap<>();
        private final Map<String, String> currencies = new HashMap<>();

        void see(LedgerEntry entry) {
            if (OpeningEntries.opens(entry)) {
                opened.merge(entry.account(), entry.effective(), (one, other) -> one.isBefore(other) ? one : other);
                entry.postings().stream()
                        .map(line -> line.account().unit())
                        .filter(unit -> unit.kind() == Unit.Kind.CURRENCY)
                        .findFirst()
                        .ifPresent(unit -> currencies.put(entry.account(), unit.code()));
            }
        }

        Set<String> openedBy(LocalDate day) {
            return opened.entrySet().stream()
                    .filter(account -> !account.getValue().isAfter(day))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        LocalDate first() {
            return opened.values().stream().min(LocalDate::compareTo).orElseThrow();
        }
    }

    /** Looks at every entry once, and compares them with what vouches for them. */
    private Accounts accounts(BookId book) {
        Accounts accounts = new Accounts();
        try {
            books.each(book, booked -> accounts.see(booked.entry()));
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper books verify tells more");
        }
        return accounts;
    }

    /** The statement's day, or the first day after the closed period. */
    LocalDate firstOpen(BookId book, LocalDate asOf) {
        List<LocalDate> closes = new ArrayList<>();
        books.each(book, booked -> {
            if (booked.entry().kind().equals(EntryKind.CLOSE)) {
                closes.add(booked.entry().effective());
            }
        });
        return closes.isEmpty() || asOf.isAfter(closes.getLast())
                ? asOf
                : closes.getLast().plusDays(1);
    }
}
