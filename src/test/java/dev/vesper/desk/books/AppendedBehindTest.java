package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.testing.MemoryBooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Entries are stored behind the back of who decides, in order, and nobody reads past them. */
class AppendedBehindTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final BookId BOOK = new BookId("/firms/large", false);
    private static final RunId RUN = RunId.of(LocalDate.of(2018, 4, 11), 1);

    private final MemoryBooks books = new MemoryBooks();

    @Test
    void anAppendDoesNotWaitAndTheNextOneBeginsAfterIt() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        AppendedBehind behind = new AppendedBehind(books, tasks::add);
        behind.append(BOOK, entry(1, "A"), RUN, "first", EVENING);
        assertEquals(List.of(), behind.entries(BOOK, "B"));
        assertEquals(List.of(), books.told);
        tasks.remove().run();
        behind.append(BOOK, entry(2, "B"), RUN, "second", EVENING);
        assertEquals(1, tasks.size());
        tasks.remove().run();
        behind.close();
        assertEquals(List.of(RUN + " first", RUN + " second"), books.told);
    }

    @Test
    void whoAsksForWhatIsOnItsWayWaitsForIt() {
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                AppendedBehind behind = new AppendedBehind(books, one)) {
            for (int i = 1; i <= 200; i++) {
                behind.append(BOOK, entry(i, "A"), RUN, "posted", EVENING);
                assertEquals(i, behind.entries(BOOK, "A").size());
            }
        }
    }

    @Test
    void whatAnAppendThrewIsThrownByWhoeverWaits() {
        Problem full = Problem.unavailable("no space left", new IllegalStateException());
        PostedBooks broken = new PostedBooks() {
            @Override
            public List<BookedEntry> entries(BookId book, String account) {
                return List.of();
            }

            @Override
            public void append(
                    BookId book, EntriesBooked entries, String actor, String subject, String detail, Instant at) {
                throw full;
            }
        };
        AppendedBehind behind = new AppendedBehind(broken, Runnable::run);
        behind.append(BOOK, entry(1, "A"), RUN, "posted", EVENING);
        assertSame(full, assertThrows(Problem.class, () -> behind.entries(BOOK, "A")));
        behind.append(BOOK, entry(1, "A"), RUN, "posted", EVENING);
        assertSame(full, assertThrows(Problem.class, behind::close));
    }

    private static EntriesBooked entry(long sequence, String account) {
        return new EntriesBooked(List.of(new BookedEntry(
                sequence,
                EVENING,
                LedgerEntry.of(
                        EntryKind.OPENING, account + sequence, account, LocalDate.of(2018, 4, 11), List.of(), ""))));
    }
}
