package dev.vesper.desk.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which orders of a day somebody should look at. */
class CostReviewsTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final Firm firm = SmallFirm.firm();
    private final Reviews reviews = new Reviews(memory.eventLog, memory, _ -> firm, () -> EVENING);
    private final RunRecord run = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, false, EVENING);

    /** @param bps what each costs of 10,000 */
    private static List<ExecutedOrder> costing(OrderStatus last, int... bps) {
        List<ParentOrder> parents = TradingDay.parents(bps.length, bps.length);
        List<ExecutedOrder> orders = new ArrayList<>();
        for (int i = 0; i < bps.length; i++) {
            var costs = new ImplementationShortfall(
                    BigDecimal.ZERO,
                    BigDecimal.valueOf(bps[i]),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.valueOf(10_000));
            orders.add(new ExecutedOrder(
                    parents.get(i),
                    i == bps.length - 1 ? last : OrderStatus.FILLED,
                    1,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    BigDecimal.TEN,
                    costs,
                    ""));
        }
        return orders;
    }

    @Test
    void aRehearsalAsksNobody() {
        RunRecord rehearsal = memory.open(SmallFirm.DATE, firm.folder().toString(), 42, true, EVENING);
        new CostReviews(reviews).worked(rehearsal, costing(OrderStatus.FILLED, 1, 2, 3, 4, 5, 40));
        assertEquals(List.of(), reviews.now().state().all());
    }

    private List<String> found(List<ExecutedOrder> orders) {
        new CostReviews(reviews).worked(run, orders);
        return reviews.now().state().all().stream()
                .map(one -> one.finding().words())
                .toList();
    }

    /** The median of 1, 2, 3, 4, 5 and 40 is 3.5, the median distance from it 1.5: 0.6745 x 36.5 / 1.5 = 16.4. */
    @Test
    void theOneThatCostFarMoreIsFound() {
        List<ExecutedOrder> orders = costing(OrderStatus.FILLED, 1, 2, 3, 4, 5, 40);
        ParentOrder last = orders.getLast().order();
        assertEquals(
                List.of(last.id() + ", " + last.side().name().toLowerCase(java.util.Locale.ROOT) + " " + last.symbol()
                        + ", cost 40.0 bps, far from the median of 3.5 bps of 6 orders (16.4 deviations)"),
                found(orders));
    }

    @Test
    void nothingIsFoundAmongFewOrAlikeOrWhereNothingWasSent() {
        assertEquals(List.of(), found(costing(OrderStatus.FILLED, 1, 2, 3, 400)));
        assertEquals(List.of(), found(costing(OrderStatus.FILLED, 1, 1, 1, 1, 1, 400)));
        assertEquals(List.of(), found(costing(OrderStatus.NOT_SENT, 1, 2, 3, 4, 5, 400)));
    }
}
