package dev.vesper.desk.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.firm.Firm;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangedTicksTest {
    @Test
    void aStepThatIsTooCoarseOrTooFineIsSaid() {
        assertEquals(Optional.empty(), said("0.01", "0.05"));
        assertEquals(
                Optional.of(
                        "instruments.csv: the tick_size of 1 of 2 instruments does not fit their prices and is another"
                                + " in this run: S00 5 as 0.01"),
                said("5", "0.01"));
        assertEquals(
                Optional.of(
                        "instruments.csv: the tick_size of 1 of 2 instruments does not fit their prices and is another"
                                + " in this run: S01 0.0000000001 as 0.000000001"),
                said("0.01", "1e-10"));
    }

    private static Optional<String> said(String first, String second) {
        Firm firm = SmallFirm.firm();
        TreeMap<String, Instrument> written = new TreeMap<>(firm.instruments());
        written.computeIfPresent("S00", (s, i) -> i.withTick(new BigDecimal(first)));
        written.computeIfPresent("S01", (s, i) -> i.withTick(new BigDecimal(second)));
        Firm other = new Firm(
                firm.folder(),
                firm.pricesFile(),
                firm.settings(),
                firm.calendars(),
                written,
                firm.accounts(),
                firm.lots(),
                firm.venues(),
                firm.warnings());
        return ChangedTicks.sentence(other, MarketSnapshot.bind(SmallFirm.DATE, "here", written, SmallFirm.prices()));
    }
}
