package dev.vesper.app.cli;

import dev.vesper.books.LotBalance;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.WashFlag;
import dev.vesper.desk.operations.BooksOfRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All of one book, asked for a page at a time. */
record BookPages(BooksOfRecord books, BookQuery query) {
    private static final int PAGE = 2000;

    List<AccountBalance> accounts() {
        return all(last -> books.accounts(query, last == null ? "" : last.account(), PAGE));
    }

    List<LotBalance> lots() {
        return all(last -> books.lots(query, last == null ? "" : last.id().toString(), PAGE));
    }

    List<LedgerLine> lines() {
        return all(last -> books.lines(query, last == null ? 0 : last.entry(), last == null ? 0 : last.line(), PAGE));
    }

    List<WashFlag> flags() {
        return all(last -> books.flags(query, last == null ? "" : last.id(), PAGE));
    }

    List<FlowRecord> flows() {
        BookName book = new BookName(query.firm(), query.rehearsal());
        return all(last -> books.flows(book, last == null ? "" : last.id(), PAGE));
    }

    List<BreakRecord> breaks() {
        BookName book = new BookName(query.firm(), query.rehearsal());
        return all(last -> books.breaks(book, last == null ? "" : last.id(), PAGE));
    }

    BookCheck verify() {
        return books.verify(query);
    }

    private static <T> List<T> all(Function<@Nullable T, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> read = page.apply(null);
        while (!read.isEmpty()) {
            all.addAll(read);
            read = read.size() < PAGE ? List.of() : page.apply(read.getLast());
        }
        return all;
    }
}
