package dev.vesper.adapters.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.console.access.Entrance.Entered;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {
    private static final Secret TOKEN = new Secret("0123456789abcdef");
    private static final int PORT = 8642;
    private static final URI ADDRESS = URI.create("http://127.0.0.1:" + PORT);

    private Instant now = Instant.parse("2018-04-11T12:00:00.9Z");
    private final Entrance entrance = new Entrance(TOKEN, () -> now);

    private String ticket(Caller caller) {
        String query =
                URI.create(LoginLink.make(ADDRESS, TOKEN, caller, () -> now)).getRawQuery();
        return PercentText.query(query).get(LoginLink.QUERY);
    }

    private Entered enter(String ticket) {
        return entrance.enter(java.util.Map.of(LoginLink.QUERY, ticket));
    }

    private String in(Caller caller) {
        return assertInstanceOf(Entered.In.class, enter(ticket(caller))).ticket();
    }

    private Optional<Caller> caller(String ticket) {
        String set = Entrance.setCookie(ticket, PORT, false);
        return entrance.caller(List.of("a=b; " + set.substring(0, set.indexOf(';'))), PORT);
    }

    @Test
    void aLinkLetsInOnce() {
        String link = ticket(new Reader());
        assertInstanceOf(Entered.In.class, enter(link));
        assertTrue(assertInstanceOf(Entered.Out.class, enter(link)).why().contains("used before"));
    }

    @Test
    void oneOfManyAtOnceIsLetIn() throws Exception {
        String link = ticket(new Reader());
        AtomicInteger in = new AtomicInteger();
        try (var many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 64; i++) {
                many.execute(() -> {
                    if (enter(link) instanceof Entered.In) {
                        in.incrementAndGet();
                    }
                });
            }
        }
        assertEquals(1, in.get());
    }

    @Test
    void anOldLinkLetsNobodyIn() {
        String link = ticket(new Reader());
        now = now.plus(LoginLink.GOOD);
        assertTrue(assertInstanceOf(Entered.Out.class, enter(link)).why().contains("older than 10 minutes"));
    }

    @Test
    void theCookieSaysWhoUntilItIsOld() {
        String stay = in(new Person("Älice; \"Co\" <b>"));
        assertEquals(Optional.of(new Person("Älice; \"Co\" <b>")), caller(stay));
        assertEquals(Optional.of(new Reader()), caller(in(new Reader())));
        now = now.plus(Entrance.STAY);
        assertEquals(Optional.empty(), caller(stay));
    }

    @Test
    void aLinkIsNoCookieAndACookieIsNoLink() {
        assertEquals(Optional.empty(), caller(ticket(new Reader())));
        assertInstanceOf(Entered.Out.class, enter(in(new Reader())));
    }

    @Test
    void nobodyMakesThemselvesSomebodyElse() {
        String stay = in(new Person("alice"));
        for (int i = 0; i < stay.length(); i++) {
            char other = stay.charAt(i) == 'A' ? 'B' : 'A';
            String forged = stay.substring(0, i) + other + stay.substring(i + 1);
            caller(forged).ifPresent(c -> assertEquals(new Person("alice"), c));
        }
        Entrance another = new Entrance(new Secret("another token"), () -> now);
        assertEquals(Optional.empty(), another.caller(List.of("vesper-console-8642=" + stay), PORT));
    }

    @Test
    void theVesperOfAnotherPortHasACookieOfItsOwn() {
        String stay = in(new Reader());
        assertEquals(Optional.empty(), entrance.caller(List.of("vesper-console-8643=" + stay), PORT));
        assertTrue(Entrance.setCookie(stay, PORT, false).endsWith("; Path=/console; HttpOnly; SameSite=Strict"));
        assertTrue(Entrance.setCookie(stay, PORT, true).endsWith("; SameSite=Strict; Secure"), "over TLS alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "%%%.%%%", "YQ.YQ", "a.b.c", "\u00e4.\u00f6"})
    void rubbishLetsNobodyIn(String text) {
        assertInstanceOf(Entered.Out.class, enter(text));
        assertEquals(Optional.empty(), entrance.caller(List.of("vesper-console-8642=" + text), PORT));
    }

    @Test
    void theTokenIsNotInTheLink() {
        String link = LoginLink.make(ADDRESS, TOKEN, new Person("alice"), () -> now);
        assertTrue(link.startsWith("http://127.0.0.1:8642/console/login?ticket="), link);
        assertFalse(link.contains(TOKEN.reveal()));
        assertEquals(Duration.ofMinutes(10), LoginLink.GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000"})
    void aNameIsText(String name) {
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> LoginLink.make(ADDRESS, TOKEN, new Person(name), () -> now))
                        .kind());
    }
}
