package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.DecisionKind;
import dev.vesper.execution.engine.DenialReason;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.Twins;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Both engines told the same, by the million: {@code ./vesper bench engine --differential [EVENTS] [SEED]}. */
final class EngineDifferential {
    private static final long DESK = 500_000;
    private static final List<EngineCapacity> CAPACITIES = List.of(
            new EngineCapacity(2, 4, 2, 6, 50_000_000, 2),
            new EngineCapacity(7, 60, 5, 16, 50_000_000, 3),
            new EngineCapacity(1, 1, 1, 1, 1, 1),
            new EngineCapacity(40, 300, 8, 40, 200_000_000, 10));

    private EngineDifferential() {}

    /** @throws AssertionError at the first batch of which the decisions differ */
    static void run(Engines.Choice choice, long events, long seed) {
        Map<DecisionKind, Long> kinds = new EnumMap<>(DecisionKind.class);
        Map<DenialReason, Long> denials = new EnumMap<>(DenialReason.class);
        long told = 0;
        for (int desk = 0; told < events; desk++) {
            EngineCapacity capacity = CAPACITIES.get(desk % CAPACITIES.size());
            long count = Math.min(DESK, events - told);
            try (Engine java = new JavaEngine(capacity);
                    Engine other = choice.open().open(capacity)) {
                Twins.Count decided = Twins.compare(java, other, capacity, seed + desk, count);
                decided.kinds().forEach((kind, n) -> kinds.merge(kind, n, Long::sum));
                decided.denials().forEach((reason, n) -> denials.merge(reason, n, Long::sum));
            }
            told += count;
            System.out.printf("%,d events: the same bytes (seed %d, %s)%n", told, seed + desk, capacity);
        }
        System.out.println("decisions " + kinds);
        System.out.println("denials   " + denials);
    }
}
