package dev.vesper.app.cli;

import dev.vesper.app.wiring.OperationsAccess.Asking;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.FlowQuestions;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.operations.BooksOfRecord;
import dev.vesper.desk.operations.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The book that a command means, of the running Vesper or of the store where none runs. */
record BookAccess(Wiring wiring, CommandSpec spec) {
    /** Asks about a book as it was when. */
    <T> T ask(BookOption option, TimeOption time, Function<BookPages, T> question) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            BookSummary book = book(option, operations.books().all());
            return question.apply(new BookPages(
                    operations.books(),
                    new BookQuery(book.firm(), book.rehearsal(), time.asOf, time.knownAt, book.entries())));
        });
    }

    /** Changes a book in a person's name, and says where the flow stands then. */
    int posted(BookOption option, WhoOption who, BiFunction<BooksOfRecord, BookName, FlowRecord> change) {
        FlowRecord flow = with(who.asking(wiring), option, change);
        var out = spec.commandLine().getOut();
        out.println(flow.id() + ", " + flow.line() + ": "
                + switch (flow.state()) {
                    case OPEN -> "waits for two people; ./vesper tasks approve " + FlowQuestions.task(flow);
                    case PROPOSED ->
                        "waits for another person than " + flow.maker() + "; ./vesper tasks approve "
                                + FlowQuestions.task(flow);
                    case DUE -> "is booked when a day opens that is not before its own";
                    case BOOKED -> "booked";
                    case REJECTED -> "rejected";
                });
        out.flush();
        return 0;
    }

    /** Does something with a book in somebody's name. */
    <T> T with(Asking who, BookOption option, BiFunction<BooksOfRecord, BookName, T> change) {
        return wiring.operations.access().ask(who, operations -> {
            BookSummary book = book(option, operations.books().all());
            return change.apply(operations.books(), new BookName(book.firm(), book.rehearsal()));
        });
    }

    /** The firm's folder, as its books are named. */
    Path firm(BookOption option) {
        Path folder = option.firm.folder;
        return folder == null
                ? wiring.settings.folder("firm")
                : folder.toAbsolutePath().normalize();
    }

    /**
     * The book that is asked for. Where there is only that of the rehearsals, that one; where no firm was named and only one
     * has books, that one's; both are said.
     */
    private BookSummary book(BookOption option, List<BookSummary> all) {
        List<String> firms =
                all.stream().map(BookSummary::firm).distinct().sorted().toList();
        String meant = firm(option).toString();
        boolean only = option.firm.folder == null && !firms.contains(meant) && firms.size() == 1;
        String firm = only ? firms.getFirst() : meant;
        List<BookSummary> ours =
                all.stream().filter(book -> book.firm().equals(firm)).toList();
        BookSummary chosen = ours.stream()
                .filter(book -> option.rehearsal == book.rehearsal())
                .findFirst()
                .or(() -> option.rehearsal ? Optional.empty() : ours.stream().findFirst())
                .orElseThrow(() -> Problem.usage("Expected " + (option.rehearsal ? "a rehearsal" : "a day") + " of "
                        + firm + " to have opened its books, but none has; " + others(firms, firm)));
        if (only) {
            say("the books of " + firm + ", the only firm that has some here");
        }
        if (chosen.rehearsal()) {
            say("the book of the rehearsals of " + firm);
        }
        return chosen;
    }

    private static String others(List<String> firms, String firm) {
        List<String> others = firms.stream().filter(one -> !one.equals(firm)).toList();
        return others.isEmpty() ? "./vesper eod does" : "there are those of --firm " + String.join(", --firm ", others);
    }

    private void say(String what) {
        spec.commandLine().getErr().println("  ! " + what);
        spec.commandLine().getErr().flush();
    }
}
