package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.SliceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An order store in memory that keeps the promises of the port; it outlives the objects of a "killed" run. */
public class MemoryOrderStore implements OrderStore {
    private final Map<RunId, Book> books = new LinkedHashMap<>();

    /** What is kept of one run. */
    private record Book(
            Map<String, ChildOrder> children,
            Map<String, ChildOutcome> outcomes,
            Map<String, Fill> fills,
            List<SliceEvent> events) {
        Book() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    /** What the audit tells of late reports, oldest first. */
    public final List<String> told = new ArrayList<>();

    private final Set<RunId> vouched = new HashSet<>();

    @Override
    public void saveChildren(RunId run, List<ChildOrder> added, Append<SliceEvent> appended, Instant at) {
        if (append(run, appended)) {
            added.forEach(child -> book(run).children.putIfAbsent(child.clientOrderId(), child));
        }
    }

    @Override
    public void saveOutcomes(
            RunId run, List<ChildOutcome> ended, List<Fill> booked, Append<SliceEvent> appended, Instant at) {
        if (append(run, appended)) {
            ended.forEach(outcome -> book(run).outcomes.put(outcome.clientOrderId(), outcome));
            booked.forEach(fill -> book(run).fills.putIfAbsent(fill.venue() + " " + fill.executionId(), fill));
        }
    }

    /** Whether something was appended; what is there already, word for word, is not. */
    private boolean append(RunId run, Append<SliceEvent> appended) {
        List<SliceEvent> events = book(run).events;
        int end = appended.expected() + appended.events().size();
        if (end <= events.size() && events.subList(appended.expected(), end).equals(appended.events())) {
            return false;
        }
        if (events.size() != appended.expected()) {
            throw new IllegalStateException(
                    "Expected " + appended.expected() + " events, but there are " + events.size());
        }
        return events.addAll(appended.events());
    }

    @Override
    public void amend(RunId run, Append<SliceEvent> event, Instant at, String detail) {
        if (append(run, event)) {
            told.add(run + " " + detail);
        }
    }

    @Override
    public void lateDenied(RunId run, Instant at, String detail) {
        if (!told.contains(run + " denied: " + detail)) {
            told.add(run + " denied: " + detail);
        }
    }

    @Override
    public Set<RunId> amended() {
        Set<RunId> amended = new TreeSet<>();
        books.forEach((run, book) -> {
            if (!AmendedFills.of(book.events).equals(AmendedFills.NONE)) {
                amended.add(run);
            }
        });
        return amended;
    }

    @Override
    public void vouch(RunId run, Instant at, String detail, boolean rehearsal) {
        if (!book(run).events.isEmpty()) {
            vouched.add(run);
        }
    }

    public boolean vouched(RunId run) {
        return vouched.contains(run);
    }

    @Override
    public List<SliceEvent> history(RunId run) {
        return List.copyOf(book(run).events);
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        return new ArrayList<>(book(run).children.values());
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return new LinkedHashMap<>(book(run).outcomes);
    }

    @Override
    public List<WorkedChild> worked(RunId run, String parent, int from, int most) {
        return children(run).stream()
                .filter(child -> child.parentId().equals(parent))
                .skip(from)
                .limit(most)
                .map(child -> new WorkedChild(
                        child,
                        outcomes(run).get(child.clientOrderId()),
                        fills(run).stream()
                                .filter(fill -> fill.clientOrderId().equals(child.clientOrderId()))
                                .toList()))
                .toList();
    }

    @Override
    public Map<String, SentChildren> sent(RunId run) {
        return Sent.of(children(run), outcomes(run));
    }

    @Override
    public OrderCounts counts(RunId run) {
        Book book = book(run);
        return new OrderCounts(
                book.children.size(),
                book.outcomes.size(),
                fills(run).size(),
                ended(book, ChildOutcome.State.REJECTED),
                ended(book, ChildOutcome.State.DENIED),
                book.events.stream()
                        .filter(SliceEvent.Amendment.class::isInstance)
                        .count());
    }

    private static long ended(Book book, ChildOutcome.State state) {
        return book.outcomes.values().stream()
                .filter(outcome -> outcome.state() == state)
                .count();
    }

    @Override
    public List<Fill> booked(RunId run) {
        return sorted(new ArrayList<>(book(run).fills.values()));
    }

    @Override
    public List<Fill> fills(RunId run) {
        return sorted(AmendedFills.of(book(run).events).standing(booked(run), run.date()));
    }

    private static List<Fill> sorted(List<Fill> fills) {
        return fills.stream()
                .sorted(Comparator.comparingLong(Fill::millis)
                        .thenComparing(Fill::venue)
                        .thenComparing(Fill::executionId))
                .toList();
    }

    private Book book(RunId run) {
        return books.computeIfAbsent(run, r -> new Book());
    }
}
