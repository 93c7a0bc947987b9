package dev.vesper.desk.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.orders.Fill;
import dev.vesper.testing.FlowStory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A book is verified, and gets a flow, an account at a time. */
class LargeBookTest {
    /** A quarter of a million lines need some hundred megabytes where all are held; here there are 32, of which the class path takes some. */
    @Test
    void aBookThatDoesNotFitIntoMemoryIsVerifiedAndGetsItsFlows() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-cp",
                        classPath,
                        LargeBook.class.getName(),
                        "200",
                        "20",
                        "16")
                .redirectErrorStream(true)
                .start();
        String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, small.waitFor(), said);
        assertTrue(said.startsWith("256400 lines, flows booked and booked, 64202 entries verified, faults []"), said);
    }

    @Test
    void whatIsMissingIsFoundRunByRun() {
        FlowStory story = new FlowStory(false, "100000");
        LargeBook book = new LargeBook(story.book.firm(), 3, 2, 2);
        book.runs().forEach(run -> story.memory.runs.put(run.id(), run));
        assertEquals(List.of(), faults(story, book, BookQuery.all(story.book)));
        RunId last = book.runs().getLast().id();
        LargeBook more = new LargeBook(story.book.firm(), 3, 2, 2) {
            @Override
            public List<Fill> fills(RunId run) {
                List<Fill> fills = super.fills(run);
                if (run.equals(last)) {
                    Fill one = fills.getFirst();
                    fills.add(new Fill(
                            one.venue(),
                            "E-left",
                            last + "-left-1",
                            last + "-left",
                            one.account(),
                            one.symbol(),
                            one.side(),
                            one.quantity(),
                            one.price(),
                            one.fee(),
                            one.millis(),
                            one.date()));
                }
                return fills;
            }
        };
        assertEquals(
                List.of(new Fault(0, "1 fills of " + last + "-left are not in the books")),
                faults(story, more, BookQuery.all(story.book)));
        LocalDate first = LargeBook.FIRST;
        assertEquals(
                List.of(), faults(story, more, new BookQuery(story.book.firm(), false, first, null, 0)), "as of then");
    }

    private static List<Fault> faults(FlowStory story, LargeBook book, BookQuery query) {
        return new VerifyBooks(book, story.memory, book, story.memory.eventLog)
                .verify(query)
                .first();
    }
}
