package dev.vesper.desk.books;

import dev.vesper.basics.Numbers;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the entries that no trade made with what people asked for and agreed to: each has a flow that stands, deposits,
 * withdrawals and fees move what was said, what is taken back was to be taken back.
 */
final class FlowVerifier {
    private static final String ADJUSTMENT = "adjustment";

    private static final Set<String> KINDS = Set.of(
            "deposit",
            "withdrawal",
            "fee",
            "dividend",
            "dividend-payment",
            "transfer",
            "transfer-in",
            "transfer-out",
            "split",
            "stock-dividend",
            "symbol-change",
            ADJUSTMENT,
            "correction",
            "close");
    private static final Map<String, Integer> CASH = Map.of("deposit", 1, "withdrawal", -1, "fee", -1, ADJUSTMENT, 1);

    private final Map<String, FlowRecord> flows = new HashMap<>();
    private final AmendedEntries amended;
    private final Set<String> corrected = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param records every flow of the book, as people have it
     * @param amended what venues had taken back
     */
    FlowVerifier(List<FlowRecord> records, AmendedEntries amended) {
        this.amended = amended;
        records.forEach(flow -> flows.put(flow.id(), flow));
    }

    /** What is wrong with the entries so far. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The next entry of the book. */
    void add(BookedEntry booked) {
        EntryKind kind = booked.entry().kind();
        if (kind.equals(EntryKind.REVERSAL)) {
            reversal(booked);
        } else if (KINDS.contains(kind.word())) {
            flow(booked);
        }
    }

    private void flow(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        int slash = entry.source().indexOf('/');
        FlowRecord flow = flows.get(slash < 0 ? "" : entry.source().substring(0, slash));
        if (flow == null) {
            fault(booked, "was asked for by nobody");
            return;
        }
        agreed(booked, flow);
        if (entry.kind().word().equals(ADJUSTMENT)) {
            moves(booked, flow, AccountType.LOT_UNITS, "units");
            moves(booked, flow, AccountType.LOT_COST, "cost");
        }
        Integer sign = CASH.get(entry.kind().word());
        if (sign != null) {
            BigDecimal said =
                    new BigDecimal(flow.words().getOrDefault("amount", "0")).multiply(BigDecimal.valueOf(sign));
            BigDecimal moved = entry.postings().stream()
                    .filter(line -> line.account().type() == AccountType.SETTLED_CASH)
                    .map(Posting::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (moved.compareTo(said) != 0
                    || !entry.account().equals(flow.words().get("account"))
                    || !entry.effective().toString().equals(flow.words().get("date"))) {
                fault(
                        booked,
                        "moves " + Numbers.exact(moved) + " from " + entry.effective() + ", but the flow " + flow.id()
                                + " says " + flow.line());
            }
        }
    }

    /** An adjustment moves of a lot what was said. */
    private void moves(BookedEntry booked, FlowRecord flow, AccountType type, String column) {
        BigDecimal moved = booked.entry().postings().stream()
                .filter(line -> line.account().type() == type)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (moved.compareTo(new BigDecimal(flow.words().getOrDefault(column, "0"))) != 0) {
            fault(
                    booked,
                    "moves " + Numbers.exact(moved) + " " + column + ", but the flow " + flow.id() + " says "
                            + flow.line());
        }
    }

    private void reversal(BookedEntry booked) {
        String memo = booked.entry().memo();
        if (memo.equals(DayBooks.REHEARSED_AGAIN) || amended.explain(booked.entry())) {
            return;
        }
        int colon = memo.indexOf(':');
        FlowRecord flow = flows.get(colon < 0 ? memo : memo.substring(0, colon));
        if (flow == null || !"reverse".equals(flow.words().get("kind"))) {
            fault(booked, "takes an entry back, but nobody asked for it");
        } else if (!corrected.add(flow.id())) {
            fault(booked, "takes an entry back for the flow " + flow.id() + ", which has taken one back already");
        } else {
            agreed(booked, flow);
        }
    }

    private void agreed(BookedEntry booked, FlowRecord flow) {
        if (flow.state() != FlowState.DUE) {
            fault(
                    booked,
                    "is booked, but the flow " + flow.id() + " is "
                            + flow.state().word());
        }
    }

    private void fault(BookedEntry booked, String message) {
        faults.add(Fault.of(booked, message));
    }
}
