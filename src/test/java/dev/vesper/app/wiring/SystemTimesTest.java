package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimesTest {
    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void theMachinesZoneAgain() {
        TimeZone.setDefault(machine);
    }

    /** The engine reads "18:30" in the zone of the process: what else it is told of zones it does not hear. */
    @Test
    void aGivenZoneIsThatOfTheProcess() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        assertEquals(tokyo, SystemTimes.in(Optional.of(tokyo)).zone());
        assertEquals(tokyo, TimeZone.getDefault().toZoneId());
    }

    @Test
    void withoutOneItIsTheMachines() {
        assertEquals(machine.toZoneId(), SystemTimes.in(Optional.empty()).zone());
        assertEquals(machine, TimeZone.getDefault());
    }
}
