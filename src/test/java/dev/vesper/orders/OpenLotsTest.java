package dev.vesper.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLotsTest {
    private final OpenLots lots = new OpenLots(List.of(lot("a", "IBM", 1), lot("b", "IBM", 2), lot("c", "XOM", 3)));

    @Test
    void aPositionIsItsLotsInTheirOrder() {
        lots.put(lot("d", "IBM", -4));
        assertEquals(List.of("a", "b", "d"), ids(lots.of("ACC", "IBM")));
        assertEquals(List.of(), lots.of("BCC", "IBM"));
        assertEquals(List.of("a", "b", "c", "d"), ids(lots.all()));
    }

    @Test
    void aLotThatChangesStaysWhereItIs() {
        lots.put(lot("a", "IBM", 7));
        assertEquals(List.of("a", "b"), ids(lots.of("ACC", "IBM")));
        assertEquals(BigDecimal.valueOf(7), lots.of("ACC", "IBM").getFirst().quantity());
        assertNotNull(lots.find("a"));
    }

    @Test
    void aLotWithoutUnitsIsClosedAndItsIdIsFree() {
        lots.put(lot("a", "IBM", 0));
        assertNull(lots.find("a"));
        assertEquals(List.of("b"), ids(lots.of("ACC", "IBM")));
        lots.put(lot("a", "IBM", 5));
        assertEquals(List.of("b", "a"), ids(lots.of("ACC", "IBM")));
        assertEquals(List.of("b", "c", "a"), ids(lots.all()));
        lots.put(lot("none", "GE", 0));
        assertEquals(3, lots.all().size(), "closing what is not open changes nothing");
    }

    private static List<String> ids(List<TaxLot> lots) {
        return lots.stream().map(TaxLot::id).toList();
    }

    private static TaxLot lot(String id, String symbol, long units) {
        return new TaxLot(id, "ACC", symbol, BigDecimal.valueOf(units), BigDecimal.TEN, LocalDate.of(2024, 1, 2));
    }
}
