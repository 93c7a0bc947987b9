package dev.vesper.desk.books;

import dev.vesper.basics.Counted;
import dev.vesper.basics.FieldSum;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LotId;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.ReconcileState;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says what nobody looks at: a firm's files that changed and were not reconciled, and breaks that nobody decided. */
public final class StatementWatch {
    private static final int PAGE = 5_000;
    private static final int NAMED = 3;

    private final Books books;
    private final BreakLog log;

    public StatementWatch(Books books, EventLog events) {
        this.books = books;
        this.log = new BreakLog(events);
    }

    /**
     * One sentence where accounts.csv or positions.csv say something else of an account than they did when the books were
     * opened with them, and no statement that says so was reconciled; empty where the firm's record is elsewhere.
     */
    public Optional<String> changed(Firm firm, boolean rehearsal) {
        BookId book = new BookId(firm.folder().toString(), rehearsal);
        if (!(firm.settings().books() instanceof BookKeeping.Vesper) || books.newest(book) == 0) {
            return Optional.empty();
        }
        ReconcileState state = log.state(log.past(book));
        Map<String, String> unknown =
                new TreeMap<>(Statement.of(firm.accounts(), firm.lots()).sums());
        unknown.entrySet().removeIf(account -> state.knows(account.getKey(), account.getValue()));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> opened = opened(book, unknown.keySet());
        List<String> changed = unknown.entrySet().stream()
                .filter(account -> {
                    String sum = opened.get(account.getKey());
                    return sum != null && !sum.equals(account.getValue());
                })
                .map(Map.Entry::getKey)
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of("positions.csv or accounts.csv changed for "
                        + String.join(", ", changed.subList(0, Math.min(NAMED, changed.size())))
                        + (changed.size() > NAMED ? " and " + (changed.size() - NAMED) + " more" : "")
                        + " since the books were opened or last reconciled; days go on with the books, ./vesper books"
                        + " reconcile --firm " + firm.folder() + " --as-of DATE compares the two");
    }

    /**
     * What the files said of each account when it was opened, as {@link Statement#sums} has it. The openings come first, so
     * that little of a book is read.
     */
    private Map<String, String> opened(BookId book, Set<String> accounts) {
        Map<String, List<LedgerLine>> openings = new HashMap<>();
        BookQuery all = BookQuery.all(book);
        long entry = 0;
        int line = 0;
        boolean more = true;
        while (more) {
            List<LedgerLine> page = books.lines(all, entry, line, PAGE);
            page.stream()
                    .filter(one -> one.kind().equals(EntryKind.OPENING.word()) && !one.takenBack())
                    .forEach(one -> openings.computeIfAbsent(one.account(), _ -> new ArrayList<>())
                            .add(one));
            more = page.size() == PAGE
                    && (page.getLast().kind().equals(EntryKind.OPENING.word())
                            || !openings.keySet().containsAll(accounts));
            if (more) {
                entry = page.getLast().entry();
                line = page.getLast().line();
            }
        }
        Map<String, String> sums = new HashMap<>();
        openings.forEach((account, lines) -> sums.put(account, sum(lines)));
        return sums;
    }

    private static String sum(List<LedgerLine> opening) {
        FieldSum sum = new FieldSum();
        Map<String, BigDecimal> costs = new HashMap<>();
        Map<String, BigDecimal> units = new HashMap<>();
        for (LedgerLine line : opening) {
            if (line.to() == AccountType.SETTLED_CASH) {
                sum.add(line.unit());
                sum.add(line.amount());
            } else if (line.lot() != null && line.to() == AccountType.LOT_COST) {
                costs.put(line.lot(), line.amount());
            } else if (line.lot() != null) {
                units.put(line.lot(), line.amount());
            }
        }
        units.keySet().stream()
                .map(LotId::of)
                .sorted(Comparator.comparing(LotId::symbol)
                        .thenComparing(LotId::acquired)
                        .thenComparingInt(LotId::number))
                .map(LotId::toString)
                .forEach(lot -> {
                    sum.add(lot);
                    sum.add(units.getOrDefault(lot, BigDecimal.ZERO));
                    sum.add(costs.getOrDefault(lot, BigDecimal.ZERO));
                });
        return sum.hex();
    }

    /** One sentence where breaks of real books wait for a decision, with the oldest. */
    public Optional<String> undecided() {
        List<BreakRecord> open = new ArrayList<>();
        log.all().forEach((book, told) -> {
            if (!book.rehearsal()) {
                log.records(book, log.state(told.stream().map(Told::event).toList())).stream()
                        .filter(known -> known.state() == BreakState.OPEN)
                        .forEach(open::add);
            }
        });
        return open.stream()
                .min(Comparator.comparing(BreakRecord::since))
                .map(oldest -> Counted.of(open.size(), "break") + " between a custodian's statement and the books "
                        + (open.size() == 1 ? "waits" : "wait") + " for a decision, the oldest since " + oldest.since()
                        + "; ./vesper tasks list shows them");
    }
}
