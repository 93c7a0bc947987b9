package dev.vesper.desk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Since when a part is as it is. */
class HealthHistoryTest {
    private static final Instant NINE = Instant.parse("2018-04-11T09:00:00Z");
    private static final Instant TEN = Instant.parse("2018-04-11T10:00:00Z");
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private final HealthHistory history = new HealthHistory();

    @Test
    void whatStaysSoIsSoSinceTheFirstTimeAndWhatIsUnwellStandsFirst() {
        history.seen(new Health(true, Map.of("disk", "up", "store", "up")), NINE);
        history.seen(new Health(true, Map.of("disk", "up", "store", "it is locked")), TEN);
        assertEquals(
                List.of(new PartHealth("store", false, "it is down", TEN), new PartHealth("disk", true, "", NINE)),
                history.seen(new Health(true, Map.of("disk", "up", "store", "it is down")), NOON));
    }

    @Test
    void whatIsWellAgainIsWellSinceThen() {
        history.seen(new Health(true, Map.of("disk", "it is full")), NINE);
        assertEquals(
                List.of(new PartHealth("disk", true, "", TEN)),
                history.seen(new Health(true, Map.of("disk", "up")), TEN));
    }

    @Test
    void aPartThatIsNotAskedAnyMoreIsForgotten() {
        history.seen(new Health(true, Map.of("disk", "up", "schedule", "missed")), NINE);
        assertEquals(
                List.of(new PartHealth("disk", true, "", NINE)),
                history.seen(new Health(true, Map.of("disk", "up")), TEN));
    }
}
