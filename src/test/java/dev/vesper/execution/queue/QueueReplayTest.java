package dev.vesper.execution.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.queue.OrderEvent.Action;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueueReplayTest {
    private static final List<QueueModel> BOTH = List.of(QueueModels.RISK_AVERSE, QueueModels.ALL.get("power-1"));

    /** 3 units wait, 2 join, then 1, then 4: the 3 go, the 2 trade, and half of the 1. */
    @Test
    void aCancelBeforeAnOrderMayHaveBeenBehindIt() {
        List<OrderEvent> record = new ArrayList<>();
        record.add(event(1, 1, Side.BUY, 3, Action.CREATED));
        record.add(event(2, 2, Side.BUY, 2, Action.CREATED));
        record.add(event(3, 3, Side.BUY, 1, Action.CREATED));
        record.add(event(3, 9, Side.BUY, 4, Action.CREATED));
        record.add(event(4, 1, Side.BUY, 3, Action.DELETED));
        record.add(event(5, 4, Side.SELL, 2, Action.CREATED));
        record.add(event(5, 2, Side.BUY, 0, Action.DELETED));
        record.add(event(5, 4, Side.SELL, 0, Action.DELETED));
        record.add(event(6, 5, Side.SELL, 0.5, Action.CREATED));
        record.add(event(6, 3, Side.BUY, 0.5, Action.CHANGED));
        record.add(event(6, 5, Side.SELL, 0, Action.DELETED));
        QueueReplay.Result result = QueueReplay.of(record, BOTH, Optional.empty());
        assertEquals(4, result.waited());
        assertEquals(3, result.followed());
        assertEquals(2, result.trades());
        assertEquals(0, result.outOfTurn());
        QueueErrors averse = result.models().getFirst();
        assertEquals(2, averse.filled());
        assertEquals(2, averse.missed(), "the 3 that went may have been behind");
        assertEquals(1, averse.unfilled());
        assertEquals(0, averse.wronglyFilled());
        assertEquals(2 / 3.0, averse.wrong());
        assertEquals(6, averse.place().count(), "3 of the cancel, 2 of the first trade, 1 of the second");
        assertEquals(3, averse.place().p95(), "the second and the third order think the 3 still ahead");
        QueueErrors power = result.models().getLast();
        assertEquals(1, power.missed(), "a part of the 3 was counted behind the third order");
        assertTrue(power.place().meanAbsolute() < averse.place().meanAbsolute());
    }

    /** A probe behind 3 units is filled when somebody behind it trades, and one that waits too long is not. */
    @Test
    void probesJoinTheBestPricesAndLoseTheirPatience() {
        List<OrderEvent> record = new ArrayList<>();
        record.add(event(0, 1, Side.BUY, 3, Action.CREATED));
        record.add(event(10_000, 2, Side.BUY, 2, Action.CREATED));
        record.add(event(20_000, 3, Side.SELL, 4, Action.CREATED));
        record.add(event(20_000, 1, Side.BUY, 0, Action.DELETED));
        record.add(event(20_000, 3, Side.SELL, 1, Action.CHANGED));
        record.add(event(20_000, 2, Side.BUY, 1, Action.CHANGED));
        record.add(event(20_000, 3, Side.SELL, 0, Action.DELETED));
        QueueErrors patient = QueueReplay.of(record, BOTH, Optional.of(new Probes(5_000, 60_000)))
                .models()
                .getFirst();
        assertEquals(1, patient.filled(), "the one of 10 s, before the second order");
        assertEquals(1, patient.unfilled(), "the one of 20 s, behind all");
        assertEquals(0, patient.wronglyFilled() + patient.missed());
        QueueErrors hasty = QueueReplay.of(record, BOTH, Optional.of(new Probes(5_000, 5_000)))
                .models()
                .getFirst();
        assertEquals(0, hasty.filled());
    }

    /** Where nobody cancels every model knows the place exactly, and nobody ever knows better than the risk-averse bound. */
    @Property(tries = 200)
    void withoutCancelsEveryModelIsExact(@ForAll long seed) {
        Random random = new Random(seed);
        boolean cancels = random.nextBoolean();
        List<OrderEvent> record = drawn(random, cancels);
        QueueReplay.Result result = QueueReplay.of(
                record,
                QueueModels.ALL.words().stream().map(QueueModels.ALL::get).toList(),
                Optional.empty());
        for (QueueErrors errors : result.models()) {
            if (!cancels) {
                assertEquals(
                        0, errors.place().meanAbsolute(), 1e-9, errors.model().word());
                assertEquals(
                        0, errors.lateSeconds().meanAbsolute(), errors.model().word());
                assertEquals(
                        0,
                        errors.missed() + errors.wronglyFilled(),
                        errors.model().word());
            }
        }
        QueueErrors bound = result.models().getFirst();
        assertEquals(bound.place().mean(), bound.place().meanAbsolute(), 1e-9, "never thought nearer than it is");
        assertEquals(0, bound.wronglyFilled());
        assertEquals(0, result.outOfTurn());
    }

    /** One price of bids, first come first served; sellers come and take whole lots. */
    private static List<OrderEvent> drawn(Random random, boolean cancels) {
        List<OrderEvent> record = new ArrayList<>();
        List<long[]> queue = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < 200; i++) {
            long millis = i * 10_000L;
            int what = random.nextInt(cancels ? 4 : 3);
            if (what <= 1 || queue.isEmpty()) {
                id++;
                long lots = 1 + random.nextInt(9);
                queue.add(new long[] {id, lots});
                record.add(event(millis, id, Side.BUY, lots, Action.CREATED));
            } else if (what == 2) {
                id++;
                long[] head = queue.getFirst();
                long lots = 1 + random.nextInt((int) head[1]);
                head[1] -= lots;
                record.add(event(millis, id, Side.SELL, lots, Action.CREATED));
                record.add(event(millis, head[0], Side.BUY, head[1], head[1] == 0 ? Action.DELETED : Action.CHANGED));
                record.add(event(millis, id, Side.SELL, 0, Action.DELETED));
                queue.removeIf(order -> order[1] == 0);
            } else {
                long[] gone = queue.remove(random.nextInt(queue.size()));
                record.add(event(millis, gone[0], Side.BUY, gone[1], Action.DELETED));
            }
        }
        return record;
    }

    private static OrderEvent event(long millis, long id, Side side, double units, Action action) {
        return new OrderEvent(millis, id, side, BigDecimal.TEN, Math.round(units * 1e8), action);
    }
}
