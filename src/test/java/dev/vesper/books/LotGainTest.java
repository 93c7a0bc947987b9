package dev.vesper.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Fill;
import dev.vesper.orders.FillAllocator.Realised;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LotGainTest {
    private static final LocalDate SOLD = LocalDate.of(2024, 6, 28);

    private static TaxLot lot(String id, String units, String cost, LocalDate acquired) {
        return new TaxLot(id, "ACC1", "IBM", new BigDecimal(units), new BigDecimal(cost), acquired);
    }

    private static Realised closed(String lot, String units, String price) {
        return new Realised("P1", "ACC1", "IBM", lot, new BigDecimal(units), new BigDecimal(price), BigDecimal.ZERO);
    }

    private static Fill fill(String units, String fee) {
        return new Fill(
                "LIT",
                "E1",
                "C1",
                "P1",
                "ACC1",
                "IBM",
                Side.SELL,
                new BigDecimal(units),
                new BigDecimal("150"),
                new BigDecimal(fee),
                0);
    }

    /** 300 of 400 at 150.00 less three quarters of 12.00 of fees bring 44,991.00; they cost 42,360.00. */
    @Test
    void aSaleBringsItsProceedsLessItsShareOfTheFees() {
        List<TaxLot> lots = List.of(
                lot("L1", "300", "141.20", LocalDate.of(2023, 6, 27)),
                lot("L2", "500", "150.333333333333", LocalDate.of(2023, 6, 28)));
        List<LotGain> gains = LotGain.of(
                List.of(closed("L1", "300", "150"), closed("L2", "100", "150")),
                lots,
                List.of(fill("400", "12")),
                Map.of("L2", new BigDecimal("18.164999")),
                SOLD);
        assertEquals(new BigDecimal("44991.00"), gains.getFirst().proceeds());
        assertEquals(new BigDecimal("42360.00"), gains.getFirst().cost());
        assertEquals(new BigDecimal("2631.00"), gains.getFirst().gain());
        assertTrue(gains.getFirst().longTerm(), "a year and a day");
        assertEquals(new BigDecimal("15033.33"), gains.get(1).cost(), "to the cent");
        assertFalse(gains.get(1).longTerm(), "a year is not more than a year");
        GainTotal total = GainTotal.of(gains).getFirst();
        assertEquals(new BigDecimal("2631.00"), total.longTerm());
        assertEquals(new BigDecimal("-36.33"), total.shortTerm());
        assertEquals(2, total.lots());
        assertEquals(new BigDecimal("18.16"), gains.get(1).disallowed(), "half of the units were replaced");
        assertEquals(new BigDecimal("18.16"), total.disallowed());
    }

    /** 10 short at 20.00, bought back at 15.00 for 1.00 of fees: 200 less 151. */
    @Test
    void aShortLotThatIsClosedBroughtWhatItWasSoldFor() {
        List<TaxLot> lots = List.of(lot("S", "-10", "20", LocalDate.of(2020, 1, 1)));
        LotGain gain = LotGain.of(List.of(closed("S", "10", "15")), lots, List.of(fill("10", "1")), Map.of(), SOLD)
                .getFirst();
        assertEquals(new BigDecimal("49.00"), gain.gain());
        assertFalse(gain.longTerm());
    }
}
