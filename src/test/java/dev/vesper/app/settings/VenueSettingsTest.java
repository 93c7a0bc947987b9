package dev.vesper.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.fix.RealVenue;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue outside of this program is settings, and what is wrong with them is named. */
class VenueSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("VESPER_VENUE_XLIT_HOST", "fix.example.com", "VESPER_VENUE_XLIT_PORT", "9880");

    @Test
    void hostAndPortAreEnough() {
        RealVenue venue = read(Map.of()).get("XLIT");
        assertEquals("fix.example.com", venue.host());
        assertEquals(9880, venue.port());
        assertEquals(30, venue.heartbeatSeconds());
        assertEquals(30, venue.silenceSeconds());
        assertTrue(venue.sender().isEmpty());
        assertTrue(venue.tls().isEmpty());
        assertTrue(venue.dictionary().isEmpty());
        assertTrue(venue.orderTags().isEmpty());
        assertEquals(LocalTime.MIDNIGHT, venue.numbersBegin().orElseThrow());
        assertTrue(read(Map.of("VESPER_VENUE_XLIT_NUMBERS_BEGIN", "never"))
                .get("XLIT")
                .numbersBegin()
                .isEmpty());
        assertTrue(Settings.from(Map.of(), Path.of(".")).venues().isEmpty());
    }

    @Test
    void everythingElseStandsBesideThem() {
        Map<String, String> more = new HashMap<>();
        more.put("VESPER_VENUE_XLIT_SENDER_COMP_ID", "DESK7");
        more.put("VESPER_VENUE_XLIT_USERNAME", "desk");
        more.put("VESPER_VENUE_XLIT_PASSWORD", "s-fix");
        more.put("VESPER_VENUE_XLIT_TRUSTSTORE", "/etc/trust.p12");
        more.put("VESPER_VENUE_XLIT_TRUSTSTORE_PASSWORD", "s-trust");
        more.put("VESPER_VENUE_XLIT_KEYSTORE", "/etc/own.p12");
        more.put("VESPER_VENUE_XLIT_KEYSTORE_PASSWORD", "s-own");
        more.put("VESPER_VENUE_XLIT_ORDER_TAGS", "1=ACC42; 207=XNYS");
        RealVenue venue = read(more).get("XLIT");
        assertEquals("DESK7", venue.sender().orElseThrow());
        assertEquals(Map.of(1, "ACC42", 207, "XNYS"), venue.orderTags());
        assertEquals(Path.of("/etc/own.p12"), venue.tls().orElseThrow().own().orElseThrow());
        assertFalse(venue.toString().contains("s-"), venue.toString());
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        assertEquals(
                List.of("", "s-fix", "s-own", "s-trust"),
                Settings.from(all, Path.of(".")).secrets().stream()
                        .map(Secret::reveal)
                        .filter(secret -> secret.isEmpty() || secret.startsWith("s-"))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** LIT-2 of the table is LIT_2, and a key is the longest that fits. */
    @Test
    void aHyphenOfANameIsAnUnderscore() {
        Map<String, RealVenue> venues = VenueSettings.from(Map.of(
                "VESPER_VENUE_LIT_2_HOST", "10.0.0.7",
                "VESPER_VENUE_LIT_2_PORT", "1",
                "VESPER_VENUE_LIT_2_TRUSTSTORE", "t.p12",
                "VESPER_VENUE_LIT_2_TRUSTSTORE_PASSWORD", "x"));
        assertEquals(List.of("LIT_2"), List.copyOf(venues.keySet()));
        assertEquals("", venues.get("LIT_2").password().reveal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    VESPER_VENUE_XLIT_HSOT              | x     | maybe "HOST" is meant
                    VESPER_VENUE_XLIT_PORT              | 0     | a whole number from 1 to 65535
                    VESPER_VENUE_XLIT_HOST              | a b   | a host name or an address
                    VESPER_VENUE_XLIT_HEARTBEAT_SECONDS | 0     | from 1 to 600
                    VESPER_VENUE_XLIT_ORDER_TAGS        | 44=10 | but 44 is one
                    VESPER_VENUE_XLIT_ORDER_TAGS        | ACC   | tags and values like
                    VESPER_VENUE_XLIT_NUMBERS_BEGIN     | noon  | 22:00, or never
                    VESPER_VENUE_XLIT_KEYSTORE          | k.p12 | VESPER_VENUE_XLIT_TRUSTSTORE
                    VESPER_VENUE_OTHER_PORT             | 5     | VESPER_VENUE_OTHER_HOST
                    """)
    void whatIsWrongIsNamed(String variable, String value, String said) {
        Problem problem = assertThrows(Problem.class, () -> read(Map.of(variable, value)));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(said), problem.getMessage());
    }

    private static Map<String, RealVenue> read(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.putAll(more);
        return VenueSettings.from(environment);
    }
}
