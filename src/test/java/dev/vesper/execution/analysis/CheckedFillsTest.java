package dev.vesper.execution.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Place;
import dev.vesper.execution.analysis.Finding.Kind;
import dev.vesper.market.ticks.Span;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedFillsTest {
    private static final WorkedOrder SELL = new WorkedOrder(
            Place.of("orders.csv", 2),
            "A1",
            "FUND",
            "ABC",
            Side.SELL,
            BigDecimal.valueOf(100),
            new Span(1_000, 2_000),
            "vwap",
            BigDecimal.TEN,
            Optional.of(new BigDecimal("9.50")),
            Optional.empty(),
            Optional.empty());

    private final List<WorkedFill> fills = new ArrayList<>();

    private void fill(String order, long millis, String price, long quantity, String venue, String execution) {
        fills.add(new WorkedFill(
                Place.of("fills.csv", fills.size() + 2),
                order,
                millis,
                new BigDecimal(price),
                BigDecimal.valueOf(quantity),
                venue,
                BigDecimal.ZERO,
                execution));
    }

    private String found() {
        StringBuilder found = new StringBuilder();
        CheckedFills checked = CheckedFills.of(List.of(SELL), fills);
        for (Finding finding : checked.findings()) {
            found.append(finding.place().line())
                    .append(' ')
                    .append(finding.kind())
                    .append(' ');
        }
        return found + "of "
                + checked.of(SELL).stream()
                        .mapToLong(fill -> fill.quantity().longValueExact())
                        .sum();
    }

    @Test
    void nothingIsFoundOfWhatIsRight() {
        fill("A1", 1_000, "9.50", 60, "N", "1");
        fill("A1", 2_000, "9.60", 40, "Q", "1");
        assertEquals("of 100", found());
    }

    @Test
    void anOrderNobodyKnowsIsNotCounted() {
        fill("A2", 1_500, "10", 60, "N", "1");
        assertEquals("2 UNKNOWN_ORDER of 0", found());
    }

    @Test
    void theSameOnceMoreCountsOnceAndAnotherOfItsIdNot() {
        fill("A1", 1_500, "10", 60, "N", "1");
        fill("A1", 1_500, "10.0", 60, "N", "1");
        fill("A1", 1_600, "10", 30, "N", "1");
        fill("A1", 1_600, "10", 20, "N", "");
        fill("A1", 1_600, "10", 20, "N", "");
        assertEquals("3 DUPLICATE 4 CONFLICTING_ID of 100", found());
    }

    @Test
    void whatWasTradedIsCountedAlsoWhereItShouldNotHaveBeen() {
        fill("A1", 2_001, "10", 60, "N", "1");
        fill("A1", 999, "10", 30, "N", "2");
        fill("A1", 1_500, "9.49", 50, "N", "3");
        assertEquals("2 OUTSIDE_WINDOW 2 OVERFILL 3 OUTSIDE_WINDOW 4 BEYOND_LIMIT of 140", found());
    }

    @Test
    void itsWordsHoldTheNumbers() {
        fill("A1", 1_500, "10", 160, "N", "1");
        Finding finding = CheckedFills.of(List.of(SELL), fills).findings().getFirst();
        assertEquals(Kind.OVERFILL, finding.kind());
        assertEquals("with it 160 are filled of 100 ordered; counted", finding.words());
    }
}
