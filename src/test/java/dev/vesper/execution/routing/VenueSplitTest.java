package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VenueSplitTest {
    private static final Venue LIT = venue("LIT", false);
    private static final Venue LONDON = venue("LONDON", false);
    private static final Venue DARK = venue("DARK", true);

    @Test
    void darkFirstThenEqualPartsOfTheRest() {
        assertEquals("DARK 300, LIT 350, LONDON 350", split(1_000, 100, LIT, DARK, LONDON));
        assertEquals("DARK 300, LIT 351, LONDON 350", split(1_001, 100, LIT, DARK, LONDON));
    }

    @Test
    void whatIsTooSmallToSplitStaysTogether() {
        assertEquals("LIT 300", split(300, 100, LIT, DARK));
        assertEquals("DARK 90, LIT 105, LONDON 105", split(300, 90, LIT, LONDON, DARK));
        assertEquals("LIT 150", split(150, 100, LIT, LONDON));
        assertEquals("LIT 5", split(5, 100, LIT, LONDON, DARK));
    }

    @Test
    void aGroupWithoutVenuesLeavesAllToTheOther() {
        assertEquals("DARK 7", split(7, 1, DARK));
        assertEquals("LIT 7", split(7, 1, LIT));
    }

    private static String words(List<VenueSplit.Part> parts) {
        return parts.stream()
                .map(part -> part.venue().name() + " " + part.lots())
                .collect(Collectors.joining(", "));
    }

    private static String split(long due, long minimum, Venue... venues) {
        return words(VenueSplit.of(due, minimum, 3_000, List.of(venues)));
    }

    private static Venue venue(String name, boolean dark) {
        return new Venue(name, dark ? "midpoint" : "lit", dark, "VESPER", name, BigDecimal.ONE, 0);
    }
}
