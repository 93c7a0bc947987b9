package dev.vesper.adapters.console.access;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes tickets and reads them back. A ticket carries its own proof, an HMAC under the token of the running Vesper, so
 * whoever may read that token can write a link without asking, and no ticket outlives its Vesper.
 */
final class Tickets {
    private static final String MAC = "HmacSHA256";
    private static final String KIND = "vesper-console-ticket-1";
    private static final int PARTS = 5;
    private static final int NUMBER_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final InstantSource clock;

    Tickets(Secret token, InstantSource clock) {
        this.key = new SecretKeySpec(token.reveal().getBytes(StandardCharsets.UTF_8), MAC);
        this.clock = clock;
    }

    /** A new ticket, as it stands in a link or a cookie: letters, digits, {@code - _ .} */
    String write(Ticket.Use use, Caller caller, Duration good) {
        byte[] number = new byte[NUMBER_BYTES];
        RANDOM.nextBytes(number);
        Instant until = clock.instant().plus(good).truncatedTo(ChronoUnit.SECONDS);
        String name = caller.person().orElse("");
        String said = String.join(
                "\n", KIND, use.name(), HexFormat.of().formatHex(number), Long.toString(until.getEpochSecond()), name);
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        return TEXT.encodeToString(bytes) + "." + TEXT.encodeToString(sign(bytes));
    }

    /** What a ticket says where we wrote it for this use; it may be too old. */
    Optional<Ticket> read(String text, Ticket.Use use) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        byte[] bytes;
        byte[] signature;
        try {
            bytes = Base64.getUrlDecoder().decode(text.substring(0, dot));
            signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(sign(bytes), signature)) {
            return Optional.empty();
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", PARTS);
        if (!parts[0].equals(KIND) || !parts[1].equals(use.name())) {
            return Optional.empty();
        }
        try {
            Caller caller = parts[4].isEmpty() ? new Reader() : new Person(parts[4]);
            return Optional.of(new Ticket(use, caller, parts[2], Instant.ofEpochSecond(Long.parseLong(parts[3]))));
        } catch (Problem noName) {
            return Optional.empty();
        }
    }

    private byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected every JDK to know " + MAC, e);
        }
    }
}
