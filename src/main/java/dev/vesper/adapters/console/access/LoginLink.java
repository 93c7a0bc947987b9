package dev.vesper.adapters.console.access;

import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.Caller;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** The address that lets a browser in, once and soon. It holds no token, so it is worthless where it is left behind. */
public final class LoginLink {
    public static final String PATH = "/console/login";
    static final String QUERY = "ticket";
    /** How long it may be opened. */
    public static final Duration GOOD = Duration.ofMinutes(10);

    private LoginLink() {}

    /**
     * Makes a new one.
     *
     * @param address where the running Vesper answers browsers, without a path
     * @param token of the running Vesper
     * @param caller who will look
     */
    public static String make(URI address, Secret token, Caller caller, InstantSource clock) {
        return address + PATH + "?" + QUERY + "=" + new Tickets(token, clock).write(Ticket.Use.ENTER, caller, GOOD);
    }
}
