package dev.vesper.books;

import dev.vesper.basics.Decision;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerCommand.ReverseEntries;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A book in memory, with the hands to put orders and their fills into it. */
final class Sales {
    static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");

    final Ledger ledger = new Ledger();
    final List<LedgerEvent> events = new ArrayList<>();
    LedgerState state = ledger.initial();

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Books entries that must be accepted. */
    void book(LedgerEntry... entries) {
        book(List.of(entries));
    }

    void book(List<LedgerEntry> entries) {
        accept(ledger.decide(state, new BookEntries(entries, NOON)));
    }

    void reverse(LedgerEntry entry, String why) {
        accept(ledger.decide(state, new ReverseEntries(List.of(entry), null, why, NOON)));
    }

    /** Why something is denied. */
    LedgerRefusal denied(LedgerCommand command) {
        return switch (ledger.decide(state, command)) {
            case Decision.Denied<LedgerEvent>(var refusal) -> (LedgerRefusal) refusal.kind();
            case Decision.Accepted<LedgerEvent> accepted ->
                throw new AssertionError("Expected a refusal, but got " + accepted);
        };
    }

    LedgerRefusal denied(LedgerEntry entry) {
        return denied(new BookEntries(List.of(entry), NOON));
    }

    private void accept(Decision<LedgerEvent> decision) {
        switch (decision) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> {
                for (LedgerEvent event : decided) {
                    state = ledger.apply(state, event);
                    events.add(event);
                }
            }
            case Decision.Denied<LedgerEvent>(var refusal) -> throw new AssertionError(refusal.message());
        }
    }

    List<LedgerEntry> entries() {
        return events.stream()
                .flatMap(e -> ((LedgerEvent.EntriesBooked) e).entries().stream())
                .map(BookedEntry::entry)
                .toList();
    }

    /** When trades settle; null where nobody knows. */
    @Nullable
    LocalDate settles;

    /** The entry of one order that was filled at once. */
    LedgerEntry trade(LocalDate date, String id, Side side, String units, String price, String fee, LotChoice... lots) {
        ParentOrder order = order(id, "A", "ABC", side, units, lots);
        return TradeEntries.of(
                        state,
                        List.of(order),
                        List.of(fill(order, "1", units, price, fee)),
                        date,
                        Set.of(),
                        (_, _) -> settles)
                .getFirst();
    }

    static ParentOrder order(String id, String account, String symbol, Side side, String units, LotChoice... lots) {
        return new ParentOrder(
                id,
                account,
                symbol,
                side,
                number(units),
                BigDecimal.ONE,
                number("0.01"),
                number("50"),
                "USD",
                SlicingStrategy.TWAP,
                List.of(lots));
    }

    static Fill fill(ParentOrder order, String execution, String units, String price, String fee) {
        return new Fill(
                "LIT",
                execution,
                order.id() + "-0-LIT",
                order.id(),
                order.account(),
                order.symbol(),
                order.side(),
                number(units),
                number(price),
                number(fee),
                36_000_000);
    }
}
