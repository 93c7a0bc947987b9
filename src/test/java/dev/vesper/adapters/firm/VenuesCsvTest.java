package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.market.Venue;
import dev.vesper.market.VenueHours;
import dev.vesper.market.VenueTerms;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenuesCsvTest {
    @TempDir
    Path folder;

    @Test
    void whatARowLeavesOutIsTheUsual() throws IOException {
        assertEquals(
                List.of(
                        new Venue("LONDON", "lit", false, "VESPER", "LONDON", new BigDecimal("0.3"), 0),
                        new Venue("X-1", "midpoint", true, "US", "THEM", new BigDecimal("-0.2"), 9001)),
                read(
                        "name,kind,sender_comp_id,target_comp_id,fee_bps,port\nLondon,lit,,,,\nx-1,midpoint,US,THEM,-0.2,9001"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,litt,,,,           | 2:2: Expected a kind of venue (lit, midpoint), but got "litt"; maybe "lit" is meant
            ../A,lit,,,,         | 2:1: Expected a letter and then
            Ä,lit,,,,            | 2:1: Expected a letter and then
            A-C,lit,,,,          | 2:1: Expected a name that does not end in -C
            Vesper,lit,,,,       | 2:1: Expected two names on a session
            A,lit,,A/B,,         | 2:4: Expected a letter and then
            A,lit,,,101,         | 2:5: Expected basis points from -100 to 100
            A,lit,,,dear,        | 2:5: Expected
            A,lit,,,,80          | 2:6: Expected a port from 1024 to 65535
            A,lit,,,,99999       | 2:6: Expected a port from 1024 to 65535
            A,lit,,,,;a,lit,,B,, | 3:1: Expected each venue once, but the name A is also on line 2
            A,lit,,B,,;b,lit,,,, | 3:1: Expected each venue once, but the session VESPER to B is also on line 2
            A,lit,,,,9001;B,lit,,,,9001 | 3:6: Expected each venue once, but the port 9001 is also on line 2
            """)
    void aWrongRowIsRefusedWithItsPlace(String rows, String message) {
        String said = assertThrows(
                        Problem.class,
                        () -> read("name,kind,sender_comp_id,target_comp_id,fee_bps,port\n" + rows.replace(';', '\n')))
                .getMessage();
        assertTrue(said.contains("venues.csv:" + message), said);
    }

    @Test
    void feesByTheUnitLatencyLotsAndTicksAreRead() throws IOException {
        List<Venue> venues = read(
                "name,kind,take_fee_per_unit,post_fee_per_unit,latency_micros,lot_size,minimum_quantity,"
                        + "ticks\nNY,lit,0.003,-0.002,350,100,,0:0.0001 1:0.01\nPOOL,midpoint,,,,,500,\nOLD,lit,,,,,,0.05");
        VenueTerms ny = venues.getFirst().terms();
        assertEquals(new BigDecimal("0.003"), ny.takeFee());
        assertEquals(new BigDecimal("-0.002"), ny.postFee());
        assertEquals(350, ny.latencyMicros());
        assertEquals(new BigDecimal("100"), ny.lot());
        assertEquals(new BigDecimal("12.34"), ny.ticks().down(new BigDecimal("12.349")));
        assertEquals(BigDecimal.ZERO, venues.getFirst().feeBps(), "it has fees by the unit");
        assertEquals(new BigDecimal("500"), venues.get(1).terms().minimumQuantity());
        assertEquals(new BigDecimal("0.1"), venues.get(1).feeBps(), "nothing said, so the firm's fee of its kind");
        assertEquals(new BigDecimal("7.05"), venues.get(2).terms().ticks().up(new BigDecimal("7.01")));
    }

    @Test
    void aVenueMayHaveHoursOfItsOwn() throws IOException {
        List<Venue> venues = read("name,kind,opens,closes\nA,lit,10:00,15:30:30\nB,lit,,12:00\nC,lit,,");
        assertEquals(
                new VenueHours(36_000_000, 55_830_000), venues.get(0).terms().hours());
        assertTrue(venues.get(0).terms().hours().takes(36_000_000));
        assertFalse(venues.get(0).terms().hours().takes(55_830_000));
        assertEquals(43_200_000, venues.get(1).terms().hours().closeMillis());
        assertEquals(VenueHours.ALL, venues.get(2).terms().hours());
        for (String wrong : List.of("A,lit,25:00,", "A,lit,9:30,", "A,lit,noon,", "A,lit,,10:60")) {
            String said = assertThrows(Problem.class, () -> read("name,kind,opens,closes\n" + wrong))
                    .getMessage();
            assertTrue(said.contains("Expected a time of the day at the exchange"), said);
        }
        String said = assertThrows(Problem.class, () -> read("name,kind,opens,closes\nA,lit,15:00,10:00"))
                .getMessage();
        assertTrue(said.contains("2:4: Expected a time after the venue opens (15:00), but got 10:00"), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,lit,x,,,,,      | 2:3: Expected a number
            A,lit,,2000,,,,   | 2:4: Expected a post fee per unit from -1000 to 1000
            A,lit,,,1.5,,,    | 2:5: Expected whole microseconds from 0 to 60000000, but got 1.5
            A,lit,,,,-1,,     | 2:6: Expected a lot size from 0 to 1e12
            A,lit,,,,,100,    | 2:7: Expected no least quantity at a venue that shows its book
            A,lit,,,,,,0      | 2:8: Expected a price step such as 0.01
            A,lit,,,,,,1:0.01 1:0.02 | 2:8: Expected a price step such as 0.01
            A,lit,,,,,,1:0.01:3 | 2:8: Expected a price step such as 0.01
            """)
    void wrongTermsAreRefusedWithTheirPlace(String row, String message) {
        String header = "name,kind,take_fee_per_unit,post_fee_per_unit,latency_micros,lot_size,minimum_quantity,ticks";
        String said =
                assertThrows(Problem.class, () -> read(header + "\n" + row)).getMessage();
        assertTrue(said.contains("venues.csv:" + message), said);
    }

    @Test
    void aTableWithoutAVenueIsRefused() {
        assertTrue(assertThrows(Problem.class, () -> read("name,kind"))
                .getMessage()
                .contains("Expected at least one venue"));
    }

    private List<Venue> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("venues.csv"), text + "\n");
        return VenuesCsv.read(file, TradingDay.settings(30), new ArrayList<>());
    }
}
