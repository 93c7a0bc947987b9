package dev.vesper.limits.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Fields;
import dev.vesper.limits.lists.ListEntry.State;
import dev.vesper.market.Instrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which lists name an instrument, and on which days. */
class ListsOnDayTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final Instrument IBM = new Instrument(
                    "IBM", "IBM", "Equity", "Technology", "USD", BigDecimal.ONE, BigDecimal.ONE, "XNYS")
            .withFields(Fields.of(List.of(new Fields.Field("issuer", "IBM Corp.", Optional.of("IBM Corp.")))));

    @Test
    void anEntryCountsFromItsFirstToItsLastDay() {
        ListEntry entry = entry("IBM", DAY.minusDays(1), DAY.plusDays(60));
        assertEquals(State.NOT_YET, entry.on(DAY.minusDays(2)));
        assertEquals(State.HOLDS, entry.on(DAY.minusDays(1)));
        assertEquals(State.HOLDS, entry.on(DAY.plusDays(30)));
        assertEquals(State.EXPIRES_SOON, entry.on(DAY.plusDays(31)));
        assertEquals(State.EXPIRES_SOON, entry.on(DAY.plusDays(60)));
        assertEquals(State.EXPIRED, entry.on(DAY.plusDays(61)));
        NamedLists lists = new NamedLists(List.of(list("restricted", ListKind.INSTRUMENT, entry)));
        assertEquals(Set.of(), lists.on(DAY.minusDays(2)).of("IBM", IBM).keySet());
        assertEquals(Set.of("restricted"), lists.on(DAY).of("IBM", IBM).keySet());
        assertEquals(Set.of(), lists.on(DAY.plusDays(61)).of("IBM", IBM).keySet());
        assertEquals("talks (legal, until 2018-06-10)", entry.because());
    }

    @Test
    void aListNamesInstrumentsByWhatItsEntriesAre() {
        ListsOnDay lists = ListsOnDay.of(
                List.of(
                        list("restricted", ListKind.INSTRUMENT, entry("XOM", DAY, DAY)),
                        list("groups", ListKind.ISSUER, entry("ibm corp.", DAY, DAY)),
                        list("sectors", ListKind.SECTOR, entry("TECHNOLOGY", DAY, DAY)),
                        list("lands", ListKind.COUNTRY, entry("US", DAY, DAY))),
                DAY);
        assertEquals(Set.of("groups", "sectors"), lists.of("IBM", IBM).keySet());
        assertEquals(Set.of("restricted"), lists.of("XOM", null).keySet());
        assertEquals(Set.of(), lists.of("xom", null).keySet(), "symbols are as they are");
        assertEquals(Set.of("IBM"), lists.symbols("groups", List.of(IBM)).keySet());
        assertEquals(Set.of("XOM"), lists.symbols("restricted", List.of(IBM)).keySet());
    }

    private static NamedList list(String name, ListKind kind, ListEntry... entries) {
        return new NamedList(name, kind, List.of(entries));
    }

    private static ListEntry entry(String name, LocalDate from, LocalDate until) {
        return new ListEntry(name, "legal", "talks", Optional.of(from), Optional.of(until));
    }
}
