package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who append at once share a transaction, and nothing else. */
@Timeout(120)
abstract class ChainWriterCases extends StoreCases {
    @Test
    void whoWaitsIsStoredTogetherAndSaysWhereEachCameFrom() throws Exception {
        long before = audit.commits();
        List<Future<Long>> answers = together(IntStream.range(0, 20)
                .<Callable<Long>>mapToObj(
                        i -> () -> Origin.console("10.1.2." + i).during(() -> row("row " + i)))
                .toList());
        for (Future<Long> answer : answers) {
            long sequence = answer.get();
            AuditLog.Row row = audit.rows().get((int) sequence - 1);
            assertEquals("console from 10.1.2." + row.detail().substring("row ".length()), row.origin());
        }
        assertEquals(2, audit.commits() - before, "the one that went first, and all who waited for it");
        assertEquals(21, audit.rows().size());
        assertEquals(List.of(), audit.verify());
        assertEquals(audit.rows().getLast().hash(), audit.head().hash());
    }

    /** It had stored an event and a row before it was refused. */
    @Test
    void whatIsRefusedLeavesNothingAndTakesNothingFromTheOthers() throws Exception {
        List<Future<Long>> answers = together(List.of(
                () -> row("good 1"),
                () -> audit.write(end -> {
                    end.session().insert(event(1));
                    end.append(Sample.NOON, "eva", AuditAction.RUN_DONE, "x", "bad", false, null);
                    throw Problem.refused("not this one");
                }),
                () -> row("good 2")));
        assertEquals("not this one", failure(answers.get(1), Problem.class).getMessage());
        assertEquals(Set.of("first", "good 1", "good 2"), details());
        assertEquals(List.of("0"), store.query("select count(*) from event"));
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void whatTheDatabaseRefusesIsTakenBackAndTheOthersAreStoredAllTheSame() throws Exception {
        List<Future<Long>> answers = together(List.of(
                () -> row("good 1"),
                () -> audit.write(end -> {
                    end.append(Sample.NOON, "eva", AuditAction.RUN_DONE, "x", "bad", false, null);
                    end.session().insert(event(1));
                    end.session().insert(event(1));
                    return 0L;
                }),
                () -> row("good 2")));
        failure(answers.get(1), ConstraintViolationException.class);
        assertEquals(Set.of("first", "good 1", "good 2"), details());
        assertEquals(List.of(), audit.verify());
    }

    /** Where the anchor cannot be written nothing is committed, and each of those who shared the transaction hears it. */
    @Test
    void whatCannotBeAnchoredIsNotStoredAndEachIsTold() throws Exception {
        row("before");
        Path part = home().resolve("audit.anchor.part");
        List<Future<Long>> answers = together(
                List.of(() -> row("one"), () -> row("two")),
                _ -> full(part)); // a folder with something in it, in the place of the file
        try {
            for (Future<Long> answer : answers) {
                assertEquals(
                        Problem.Kind.UNAVAILABLE, failure(answer, Problem.class).kind());
            }
            assertEquals(Set.of("before"), details());
        } finally {
            Files.delete(part.resolve("full"));
            Files.delete(part);
        }
        row("after");
        assertEquals(Set.of("before", "after"), details());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void whoWouldWaitForItselfIsTold() {
        assertThrows(IllegalStateException.class, () -> audit.write(_ -> row("within")));
        row("after");
        assertEquals(Set.of("after"), details());
    }

    private long row(String detail) {
        return audit.append(Sample.NOON, "ben", AuditAction.RUN_DONE, "x", detail, false)
                .sequence();
    }

    private static void full(Path folder) {
        try {
            Files.createDirectories(folder.resolve("full"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventRow event(int sequence) {
        EventRow row = new EventRow();
        row.stream = "bad/1";
        row.sequence = sequence;
        row.kind = "run-opened";
        row.version = 1;
        row.body = "{}";
        row.at = Sample.NOON;
        row.actor = "eva";
        return row;
    }

    private Set<String> details() {
        return audit.rows().stream().map(AuditLog.Row::detail).collect(Collectors.toSet());
    }

    /** Has one go first and all others come while it is being stored, one after the other. */
    private List<Future<Long>> together(List<Callable<Long>> others) throws Exception {
        return together(others, end -> end.append(Sample.NOON, "ben", AuditAction.RUN_DONE, "x", "first", false, null));
    }

    /** The same; who goes first does something while all others wait. */
    private List<Future<Long>> together(List<Callable<Long>> others, Consumer<ChainEnd> meanwhile) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Long>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> first = threads.submit(() -> audit.write(end -> {
                begun.countDown();
                awaitQuietly(go);
                meanwhile.accept(end);
                return true;
            }));
            assertTrue(begun.await(60, TimeUnit.SECONDS));
            for (Callable<Long> other : others) {
                answers.add(threads.submit(other));
                while (audit.waiting() < answers.size()) {
                    Thread.onSpinWait();
                }
            }
            go.countDown();
            assertTrue(first.get());
        }
        return answers;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <X extends Throwable> X failure(Future<Long> answer, Class<X> type) {
        Throwable cause = assertThrows(ExecutionException.class, answer::get).getCause();
        return assertThrows(type, () -> {
            throw cause;
        });
    }
}
