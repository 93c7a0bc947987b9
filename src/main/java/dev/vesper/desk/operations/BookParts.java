package dev.vesper.desk.operations;

import dev.vesper.desk.books.BookFlows;
import dev.vesper.desk.books.ReadBooks;
import dev.vesper.desk.books.ReconcileBooks;
import java.util.function.Supplier;

/**
 * What questions about the books are answered from.
 *
 * @param flows asked for with the first question about flows
 * @param reconcile asked for with the first question about breaks
 */
public record BookParts(ReadBooks books, Supplier<BookFlows> flows, Supplier<ReconcileBooks> reconcile) {}
