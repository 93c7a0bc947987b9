package dev.vesper.books.flow;

import dev.vesper.books.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Something that changes the books and is no trade: somebody says it once, and it is booked once. */
public interface Flow {
    /** As it was said. */
    FlowWords words();

    /** Names it among all flows of its book. */
    default String id() {
        return words().id();
    }

    /** What it books, and when, in that order. */
    List<FlowPart> parts();

    /**
     * Its money, by which is decided whether two people must agree; empty where it cannot be told in money: then they always
     * must.
     */
    Optional<BigDecimal> amount(FlowBook book);

    /**
     * The entries of a part, made for a book that stands right before it.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it does not fit the book: an unknown account, another currency,
     *     more than there is
     */
    List<LedgerEntry> entries(FlowPart part, FlowBook book);

    /** Whether a part stands in the book already, taken back or not. */
    default boolean booked(FlowPart part, FlowBook book) {
        return book.books().holds(part.kind(), id());
    }
}
