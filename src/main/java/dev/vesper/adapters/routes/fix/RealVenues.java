package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.market.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quickfix.ConfigError;
import quickfix.DataDictionary;

/** Which venues of the firm's table are outside of this program; all others are simulated. */
public final class RealVenues {
    /** All are simulated. */
    public static final RealVenues NONE = new RealVenues(Map.of());

    private final Map<String, RealVenue> byName;

    /** @param byName name in capitals, with _ for a hyphen */
    public RealVenues(Map<String, RealVenue> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** How a venue of the table is reached; empty for a simulated one. */
    public Optional<RealVenue> of(Venue venue) {
        return Optional.ofNullable(byName.get(key(venue)));
    }

    /** Whether one of these is outside. */
    public boolean any(List<Venue> venues) {
        return venues.stream().anyMatch(venue -> of(venue).isPresent());
    }

    /**
     * Looks at all that can be known before a session is opened.
     *
     * @param venues of the firm's table
     * @param paced whether market time goes by the clock
     * @throws Problem of kind INPUT where a setting names no venue of the table, a file cannot be read with its password, or
     *     market time would run ahead of the venue's
     */
    public void check(List<Venue> venues, boolean paced) {
        List<String> known = venues.stream().map(RealVenues::key).toList();
        for (Map.Entry<String, RealVenue> one : byName.entrySet()) {
            String prefix = "VESPER_VENUE_" + one.getKey() + "_";
            if (!known.contains(one.getKey())) {
                throw Problem.usage(
                        "Expected " + prefix + "HOST to name a venue of the firm (" + String.join(", ", known)
                                + "), but " + one.getKey() + " is none" + NearestName.hint(one.getKey(), known));
            }
            one.getValue().dictionary().ifPresent(file -> dictionary(prefix + "DICTIONARY", file));
            one.getValue().tls().ifPresent(tls -> {
                store(prefix + "TRUSTSTORE", tls.trusted(), tls.trustedPassword());
                tls.own().ifPresent(own -> store(prefix + "KEYSTORE", own, tls.ownPassword()));
            });
        }
        if (!byName.isEmpty() && !paced) {
            throw Problem.usage("Expected execution.pace: session in firm.yaml, because "
                    + String.join(", ", byName.keySet().stream().sorted().toList())
                    + " is a real venue and trades by the clock, but the pace is fast");
        }
    }

    private static String key(Venue venue) {
        return venue.name().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void dictionary(String setting, Path file) {
        if (!Files.isReadable(file)) {
            throw Problem.usage("Expected " + setting + " to be a file, but " + file + " cannot be read");
        }
        try {
            new DataDictionary(file.toString());
        } catch (ConfigError | RuntimeException e) {
            throw Problem.usage("Expected " + setting + " to be a QuickFIX data dictionary, but " + file + " is none: "
                    + e.getMessage());
        }
    }

    private static void store(String setting, Path file, Secret password) {
        if (!Files.isReadable(file)) {
            throw Problem.usage("Expected " + setting + " to be a file, but " + file + " cannot be read");
        }
        try {
            KeyStore store =
                    KeyStore.getInstance(file.toFile(), password.reveal().toCharArray());
            if (store.size() == 0) {
                throw Problem.usage("Expected " + setting + " to hold a certificate, but " + file + " is empty");
            }
        } catch (IOException | GeneralSecurityException e) {
            throw Problem.usage("Expected " + setting + " to be a key store in PKCS 12 that its password opens, but "
                    + file + " is not: " + e.getMessage());
        }
    }
}
