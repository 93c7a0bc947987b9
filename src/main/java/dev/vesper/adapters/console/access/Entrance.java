package dev.vesper.adapters.console.access;

import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who comes in: a link is taken once, the cookie it is given for is taken until it is old. */
public final class Entrance {
    /** How long a browser stays in; closing it ends that too. */
    public static final Duration STAY = Duration.ofHours(12);

    private final Tickets tickets;
    private final InstantSource clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    public Entrance(Secret token, InstantSource clock) {
        this.tickets = new Tickets(token, clock);
        this.clock = clock;
    }

    /** What became of somebody who wanted in. */
    public sealed interface Entered {
        /** Let in: what the browser shall show from now on. */
        record In(String ticket) implements Entered {}

        /** Not let in, and why, in a sentence. */
        record Out(String why) implements Entered {}
    }

    /** Takes the ticket of a link: it is taken once, however many ask at the same moment. */
    public Entered enter(Map<String, String> query) {
        String text = query.get(LoginLink.QUERY);
        Optional<Ticket> found = text == null ? Optional.empty() : tickets.read(text, Ticket.Use.ENTER);
        if (found.isEmpty()) {
            return new Entered.Out("This link was not made by the Vesper that runs here now.");
        }
        Ticket ticket = found.get();
        Instant now = clock.instant();
        if (!now.isBefore(ticket.until())) {
            return new Entered.Out("This link is older than " + LoginLink.GOOD.toMinutes() + " minutes.");
        }
        used.values().removeIf(until -> !now.isBefore(until));
        if (used.putIfAbsent(ticket.number(), ticket.until()) != null) {
            return new Entered.Out("This link was used before; each lets one browser in, once.");
        }
        return new Entered.In(tickets.write(Ticket.Use.STAY, ticket.caller(), STAY));
    }

    /**
     * Who holds one of our cookies, or empty where nobody does.
     *
     * @param headers the request's Cookie headers
     */
    public Optional<Caller> caller(List<String> headers, int port) {
        String start = cookie(port) + "=";
        return headers.stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .filter(part -> part.startsWith(start))
                .flatMap(part -> tickets.read(part.substring(start.length()), Ticket.Use.STAY).stream())
                .filter(ticket -> clock.instant().isBefore(ticket.until()))
                .map(Ticket::caller)
                .findFirst();
    }

    /**
     * The cookie for a ticket: no script reads it, no other site's page sends it.
     *
     * @param secure whether it came over TLS; then it goes over nothing else
     */
    public static String setCookie(String ticket, int port, boolean secure) {
        return cookie(port) + "=" + ticket + "; Path=/console; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    /** Browsers keep one set of cookies for all ports of a host: two Vespers must not take each other's. */
    private static String cookie(int port) {
        return "vesper-console-" + port;
    }
}
