package dev.vesper.books.flow;

import dev.vesper.books.EntryKind;
import java.time.LocalDate;

/**
 * What a flow books on one day.
 *
 * @param kind of its entries
 * @param due the day from which they count; they are booked when the books stand there
 */
public record FlowPart(EntryKind kind, LocalDate due) {}
