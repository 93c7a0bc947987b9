package dev.vesper.orders.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reports of a venue lead to one state, however often and in whatever order they come. */
class OrderStoriesTest {
    private final OrderLife life = new OrderLife(BigDecimal.valueOf(1_000));

    @Property
    void twiceLateAndInAnotherOrderIsTheSameState(@ForAll long seed) {
        Random random = new Random(seed);
        List<OrderReport> story = story(random);
        OrderState straight = heard(story, new ArrayList<>());
        List<OrderReport> again = new ArrayList<>(story);
        for (OrderReport report : story) {
            if (random.nextBoolean()) {
                again.add(report);
            }
        }
        Collections.shuffle(again, random);
        assertEquals(straight, heard(again, new ArrayList<>()));
        assertEquals(straight.status(), heard(again, new ArrayList<>()).status());
    }

    @Property
    void replayOfTheEventsIsTheSameStateAndWhatStandsIsWhatWasNotReplaced(@ForAll long seed) {
        List<OrderEvent> events = new ArrayList<>();
        OrderState state = heard(story(new Random(seed)), events);
        List<OrderEvent> all = new ArrayList<>(List.of(new OrderEvent.Sent()));
        all.addAll(events);
        assertEquals(state, life.replay(all));
        BigDecimal sum = BigDecimal.ZERO;
        for (Execution execution : state.executions().values()) {
            sum = sum.add(state.replaced().contains(execution.id()) ? BigDecimal.ZERO : execution.quantity());
        }
        assertEquals(0, sum.compareTo(state.filled()));
        assertTrue(state.status() != OrderStatus.REJECTED || state.executions().isEmpty());
        assertTrue(state.status() != OrderStatus.SENT, "a venue spoke");
    }

    private OrderState heard(List<OrderReport> reports, List<OrderEvent> events) {
        OrderState state = life.apply(life.initial(), new OrderEvent.Sent());
        for (OrderReport report : reports) {
            if (life.decide(state, report) instanceof Decision.Accepted<OrderEvent>(List<OrderEvent> decided)) {
                for (OrderEvent event : decided) {
                    state = life.apply(state, event);
                    events.add(event);
                }
            }
        }
        return state;
    }

    /** What a venue says of one order: fills, some of them taken back or corrected, perhaps an end. */
    private static List<OrderReport> story(Random random) {
        List<OrderReport> story = new ArrayList<>();
        List<String> standing = new ArrayList<>();
        BigDecimal filled = BigDecimal.ZERO;
        story.add(new OrderReport.Told(OrderStatus.NEW, filled, null, null, ""));
        int steps = random.nextInt(12);
        for (int i = 0; i < steps; i++) {
            Execution execution = new Execution(
                    "E" + i, BigDecimal.valueOf(1 + random.nextInt(200)), BigDecimal.TEN, BigDecimal.ONE, i);
            int kind = standing.isEmpty() ? 0 : random.nextInt(4);
            String old = kind < 2 ? null : standing.remove(random.nextInt(standing.size()));
            if (kind != 2) {
                standing.add(execution.id());
            }
            story.add(
                    new OrderReport.Told(OrderStatus.PARTIALLY_FILLED, filled, kind == 2 ? null : execution, old, ""));
        }
        if (random.nextBoolean()) {
            OrderStatus end = List.of(
                            OrderStatus.CANCELLED,
                            OrderStatus.EXPIRED,
                            OrderStatus.DONE_FOR_DAY,
                            OrderStatus.REJECTED,
                            OrderStatus.FILLED)
                    .get(random.nextInt(5));
            story.add(new OrderReport.Told(end, BigDecimal.valueOf(random.nextInt(300)), null, null, "so it is"));
        }
        return story;
    }
}
