package dev.vesper.desk.execution;

import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.market.MarketTape;
import dev.vesper.orders.ParentOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engines at work on a session: one, unless its orders need more books than the gate of one holds. Then the instruments are
 * shared out; since orders know nothing of each other, several decide what one would, but that what is denied is tried again at
 * the next trade of its own engine.
 */
final class SessionEngines implements AutoCloseable {
    private final List<SessionEngine> engines = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    SessionEngines(SessionWork work, MarketTape tape, ExecutionSettings settings, EngineOpener opener) {
        this(work, tape, settings, opener, EngineCapacity.MOST_POSITIONS);
    }

    /** @param most books times instruments of one engine */
    SessionEngines(SessionWork work, MarketTape tape, ExecutionSettings settings, EngineOpener opener, int most) {
        for (SessionWork part : parts(work, most)) {
            engines.add(new SessionEngine(part, tape, settings, opener));
        }
        work.parents().forEach(parent -> places.put(parent.id(), places.size()));
    }

    private static List<SessionWork> parts(SessionWork work, int most) {
        Map<String, List<Integer>> ofSymbol = new LinkedHashMap<>();
        for (int i = 0; i < work.parents().size(); i++) {
            ofSymbol.computeIfAbsent(work.parents().get(i).symbol(), _ -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        long books = 0;
        long symbols = 0;
        for (List<Integer> orders : ofSymbol.values()) {
            if (!part.isEmpty() && Math.max(books, orders.size()) * (symbols + 1) > most) {
                parts.add(part);
                part = new ArrayList<>();
                books = 0;
                symbols = 0;
            }
            part.addAll(orders);
            books = Math.max(books, orders.size());
            symbols++;
        }
        parts.add(part);
        return parts.size() == 1
                ? List.of(work)
                : parts.stream().map(orders -> part(work, orders)).toList();
    }

    private static SessionWork part(SessionWork work, List<Integer> orders) {
        List<Integer> sorted = orders.stream().sorted().toList();
        List<ParentOrder> parents = sorted.stream().map(work.parents()::get).toList();
        long[] minimum = sorted.stream().mapToLong(i -> work.minimumLots()[i]).toArray();
        return new SessionWork(work.session(), work.first(), parents, minimum);
    }

    /** See {@link SessionEngine#due}. */
    List<DueChild> due(int slice, Map<String, Long> filled, Map<String, LeftNow> leaves) {
        if (engines.size() == 1) {
            return engines.getFirst().due(slice, filled, leaves);
        }
        List<DueChild> due = new ArrayList<>();
        engines.forEach(engine -> due.addAll(engine.due(slice, filled, leaves)));
        due.sort(Comparator.comparingLong(DueChild::millis)
                .thenComparing(child -> child.denied().isPresent())
                .thenComparing(child -> places.getOrDefault(child.parent().id(), 0)));
        return due;
    }

    @Override
    public void close() {
        engines.forEach(SessionEngine::close);
    }
}
