package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Secret;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a venue outside of this program is reached. Example: fix.exchange.example, port 9880, as DESK7 to XLIT, by TLS.
 *
 * @param host its name or address
 * @param sender our name on its session; absent, as the row of the table of venues says
 * @param target its name on its session; absent, as the row says
 * @param user sent with the logon (Username, tag 553); absent, none is sent
 * @param password sent with the logon (Password, tag 554); empty, none is sent
 * @param heartbeatSeconds of silence after which each side says that it lives (HeartBtInt, tag 108)
 * @param silenceSeconds how long it may leave orders unanswered before the stage stops
 * @param dictionary what it may say: a QuickFIX data dictionary; absent, FIX 4.4 as it is published
 * @param numbersBegin when the numbers of the session begin at 1 each day, in UTC, as both sides agreed; absent, they never do
 * @param orderTags what each new order carries besides, by tag, for example 1 (Account)
 */
public record RealVenue(
        String host,
        int port,
        Optional<String> sender,
        Optional<String> target,
        Optional<String> user,
        Secret password,
        Optional<Tls> tls,
        int heartbeatSeconds,
        int silenceSeconds,
        Optional<Path> dictionary,
        Optional<LocalTime> numbersBegin,
        Map<Integer, String> orderTags) {
    /** What Vesper says itself with an order: header, trailer and the order's own terms. */
    public static final Set<Integer> OWN_TAGS = Set.of(
            8, 9, 10, 11, 21, 34, 35, 38, 40, 43, 44, 49, 52, 54, 55, 56, 59, 60, 89, 90, 91, 93, 97, 115, 122, 553,
            554);

    public RealVenue {
        orderTags = Map.copyOf(orderTags);
    }

    /**
     * The connection is encrypted, and the venue's name checked against its certificate.
     *
     * @param trusted store of the authorities it is checked against (PKCS 12)
     * @param own store of our certificate and key (PKCS 12), where the venue asks for them
     */
    public record Tls(Path trusted, Secret trustedPassword, Optional<Path> own, Secret ownPassword) {}
}
