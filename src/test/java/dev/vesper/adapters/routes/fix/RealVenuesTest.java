package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that can be known of a real venue is known before its session is opened. */
class RealVenuesTest {
    private static final List<Venue> TABLE = List.of(venue("LIT"), venue("LIT-2"));

    @TempDir
    Path folder;

    @Test
    void aSettingThatNamesNoVenueOfTheTableSaysWhichIsMeant() {
        Problem wrong = refused("LTI", real(Optional.empty(), Optional.empty()), true);
        assertTrue(wrong.getMessage().contains("maybe \"LIT\" is meant"), wrong.getMessage());
        var good = new RealVenues(Map.of("LIT_2", real(Optional.empty(), Optional.empty())));
        assertDoesNotThrow(() -> good.check(TABLE, true));
        assertTrue(good.of(TABLE.getLast()).isPresent());
        assertTrue(good.of(TABLE.getFirst()).isEmpty());
    }

    @Test
    void marketTimeMustGoByTheClock() {
        Problem wrong = refused("LIT", real(Optional.empty(), Optional.empty()), false);
        assertTrue(wrong.getMessage().contains("execution.pace: session"), wrong.getMessage());
        assertDoesNotThrow(() -> RealVenues.NONE.check(TABLE, false));
    }

    @Test
    void filesMustBeWhatTheySay() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "nothing of the kind");
        assertTrue(refused("LIT", real(Optional.of(text), Optional.empty()), true)
                .getMessage()
                .contains("VESPER_VENUE_LIT_DICTIONARY to be a QuickFIX data dictionary"));
        assertTrue(refused("LIT", real(Optional.empty(), Optional.of(text)), true)
                .getMessage()
                .contains("VESPER_VENUE_LIT_TRUSTSTORE to be a key store"));
        assertTrue(refused("LIT", real(Optional.empty(), Optional.of(folder.resolve("none"))), true)
                .getMessage()
                .contains("cannot be read"));
    }

    @Test
    void thePasswordGoesIntoTheLogonAndItsSumIsRight() {
        String logon =
                "8=FIX.4.4\u00019=61\u000135=A\u000134=1\u000149=VESPER\u000152=20181212-12:12:12\u000156=FAR\u000198=0\u0001108=30\u000110=000\u0001";
        String with = LogonSecrets.with(logon, "553=desk\u0001554=open\u0001");
        String body = with.substring(with.indexOf("35="), with.lastIndexOf("10="));
        assertTrue(with.startsWith("8=FIX.4.4\u00019=" + body.length() + "\u000135=A\u0001"), body);
        assertTrue(with.contains("\u0001108=30\u0001553=desk\u0001554=open\u000110="), with.replace('\u0001', '|'));
        int end = with.lastIndexOf("10=");
        int sum = with.substring(0, end).chars().sum() % 256;
        assertEquals(String.format("10=%03d\u0001", sum), with.substring(end));
        assertFalse(real(Optional.empty(), Optional.empty()).toString().contains("open"));
    }

    private static Problem refused(String name, RealVenue venue, boolean paced) {
        return assertThrows(Problem.class, () -> new RealVenues(Map.of(name, venue)).check(TABLE, paced));
    }

    private static Venue venue(String name) {
        return new Venue(name, "lit", false, "VESPER", name, BigDecimal.ZERO, 0);
    }

    private static RealVenue real(Optional<Path> dictionary, Optional<Path> trusted) {
        return new RealVenue(
                "localhost",
                9880,
                Optional.empty(),
                Optional.empty(),
                Optional.of("desk"),
                new Secret("open"),
                trusted.map(file -> new RealVenue.Tls(file, new Secret("x"), Optional.empty(), new Secret(""))),
                30,
                30,
                dictionary,
                Optional.empty(),
                Map.of());
    }
}
