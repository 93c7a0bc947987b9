package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.Posting;
import dev.vesper.testing.MemoryBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A large day reaches the books in parts, and each part may be the last that a killed process wrote. */
class AccountPostingTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final BookId BOOK = new BookId("/firms/large", false);
    private static final RunId RUN = RunId.of(DAY, 1);

    private final MemoryBooks books = new MemoryBooks();

    @Test
    void manyEntriesAreAppendedInPartsAndNumberedOn() {
        post(books, "A", "B", "C", "D", "E");
        assertEquals(List.of(RUN + " 12000 posted", RUN + " 12000 posted", RUN + " 6000 posted"), books.told);
        assertEquals(30_000, books.entries(BOOK).size());
        assertEquals(
                IntStream.rangeClosed(1, 30_000).boxed().toList(),
                books.entries(BOOK).stream().map(e -> (int) e.sequence()).toList());
    }

    @Test
    void whoGoesOnAfterAKillPostsWhatIsLeft() {
        post(books, "A", "B");
        post(books, "A", "B", "C");
        assertEquals(List.of(RUN + " 12000 posted", RUN + " 6000 posted"), books.told);
    }

    @Test
    void whatIsDeniedIsNotAppended() {
        AccountPosting posting = new AccountPosting(books, BOOK, RUN, 0);
        posting.decide(posting.state(posting.entries("A")), new BookEntries(List.of(flow("A", 1, "5")), EVENING));
        BookEntries other = new BookEntries(List.of(flow("A", 2, "7"), flow("A", 2, "8")), EVENING);
        assertThrows(Problem.class, () -> posting.decide(posting.state(posting.entries("A")), other));
        assertEquals(1, posting.waiting());
        posting.append("posted", EVENING);
        posting.append("posted", EVENING);
        assertEquals(1, books.entries(BOOK).size());
    }

    private static void post(Books books, String... accounts) {
        AccountPosting posting = new AccountPosting(
                books, BOOK, RUN, BookSummary.of(books, BOOK, DAY).newest());
        for (String account : accounts) {
            List<LedgerEntry> flows = IntStream.range(0, 6_000)
                    .mapToObj(i -> flow(account, i, Integer.toString(i + 1)))
                    .toList();
            posting.decide(posting.state(posting.entries(account)), new BookEntries(flows, EVENING));
            if (posting.full()) {
                assertTrue(posting.waiting() >= 10_000);
                posting.append(posting.waiting() + " posted", EVENING);
                assertFalse(posting.full());
            }
        }
        posting.append(posting.waiting() + " posted", EVENING);
    }

    private static LedgerEntry flow(String account, int number, String amount) {
        BigDecimal money = new BigDecimal(amount);
        return LedgerEntry.of(
                new EntryKind("flow"),
                account + "/" + number,
                account,
                DAY,
                List.of(
                        Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, "USD"), money),
                        Posting.of(LedgerAccount.money(AccountType.EQUITY, "USD"), money.negate())),
                "");
    }
}
