package dev.vesper.execution.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Two engines that are told the same, in batches of their own, and must decide the same bytes. */
public final class Twins {
    private static final int BATCH = 4_096;

    private Twins() {}

    /** What was decided. */
    public record Count(Map<DecisionKind, Long> kinds, Map<DenialReason, Long> denials) {
        void add(Decision decision) {
            kinds.merge(decision.kind(), 1L, Long::sum);
            if (decision.kind() == DecisionKind.DENIED) {
                denials.merge(decision.denial().reason(), 1L, Long::sum);
            }
        }
    }

    /**
     * Tells both what a seeded desk, some of it garbled, says until so many events were told; a kill is the last. Every fifth
     * seed is of a desk without a gate.
     *
     * @return how many decisions of each kind were made, and how many denials for each reason
     * @throws AssertionError at the first batch of which the decisions differ
     */
    public static Count compare(Engine one, Engine other, EngineCapacity capacity, long seed, long events) {
        SplittableRandom random = new SplittableRandom(seed);
        SeededDesk desk = new SeededDesk(random.nextLong(), capacity, true, seed % 5 != 0);
        long told = 0;
        long made = 0;
        Count count = new Count(new EnumMap<>(DecisionKind.class), new EnumMap<>(DenialReason.class));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment batch = arena.allocate((long) BATCH * EngineFormat.RECORD);
            MemorySegment first =
                    arena.allocate((long) (BATCH + 2 * capacity.mostDecisionsOfAnEvent()) * EngineFormat.RECORD);
            MemorySegment second = arena.allocate(first.byteSize());
            EventWriter writer = new EventWriter(batch);
            while (told < events) {
                writer.clear();
                for (int i = random.nextInt(40); i >= 0; i--) {
                    desk.later();
                    desk.tell(writer, batch);
                }
                told += writer.count();
                if (told >= events) {
                    writer.kill(desk.later());
                }
                int decided = all(one, batch, writer.count(), first, writer.count());
                int same = all(other, batch, writer.count(), second, random.nextInt(1, 9));
                long at = first.asSlice(0, (long) decided * EngineFormat.RECORD)
                        .mismatch(second.asSlice(0, (long) same * EngineFormat.RECORD));
                if (at >= 0) {
                    throw new AssertionError("Expected the same decisions of seed " + seed + ", but they differ after "
                            + (made + at / EngineFormat.RECORD) + " at byte " + at % EngineFormat.RECORD + ": "
                            + Decision.at(first, (int) (at / EngineFormat.RECORD)) + " and "
                            + Decision.at(second, (int) (at / EngineFormat.RECORD)));
                }
                desk.hear(first, decided);
                made += decided;
                for (int i = 0; i < decided; i++) {
                    count.add(Decision.at(first, i));
                }
            }
        }
        return count;
    }

    private static int all(Engine engine, MemorySegment events, int count, MemorySegment decisions, int batch) {
        int taken = 0;
        int made = 0;
        while (taken < count) {
            long handled = engine.handle(
                    events.asSlice((long) taken * EngineFormat.RECORD),
                    Math.min(batch, count - taken),
                    decisions.asSlice((long) made * EngineFormat.RECORD));
            taken += Engine.taken(handled);
            made += Engine.made(handled);
        }
        return made;
    }
}
