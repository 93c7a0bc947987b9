package dev.vesper.app.settings;

import dev.vesper.adapters.routes.fix.RealVenue;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The venues outside of this program: {@code VESPER_VENUE_<NAME>_HOST} and what stands beside it, a hyphen of the name as _. */
final class VenueSettings {
    private static final String PREFIX = "VESPER_VENUE_";
    private static final List<String> KEYS = List.of(
            "HOST",
            "PORT",
            "SENDER_COMP_ID",
            "TARGET_COMP_ID",
            "USERNAME",
            "PASSWORD",
            "TRUSTSTORE",
            "TRUSTSTORE_PASSWORD",
            "KEYSTORE",
            "KEYSTORE_PASSWORD",
            "HEARTBEAT_SECONDS",
            "SILENCE_SECONDS",
            "DICTIONARY",
            "NUMBERS_BEGIN",
            "ORDER_TAGS");

    private final Map<String, String> environment;
    private final String prefix;

    private VenueSettings(Map<String, String> environment, String name) {
        this.environment = environment;
        this.prefix = PREFIX + name + "_";
    }

    /** By name, as it stands in the variables: LIT-2 is LIT_2. */
    static Map<String, RealVenue> from(Map<String, String> environment) {
        var names = new TreeSet<String>();
        for (String variable : environment.keySet()) {
            if (variable.startsWith(PREFIX)
                    && Settings.text(environment, variable).isPresent()) {
                names.add(nameIn(variable));
            }
        }
        SortedMap<String, RealVenue> venues = new TreeMap<>();
        names.forEach(name -> venues.put(name, new VenueSettings(environment, name).read()));
        return venues;
    }

    /** How a venue of the firm's table is called in the variables. */
    static String nameOf(String venue) {
        return venue.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String nameIn(String variable) {
        String rest = variable.substring(PREFIX.length());
        return KEYS.stream()
                .filter(key -> rest.endsWith("_" + key) && rest.length() > key.length() + 1)
                .max(Comparator.comparingInt(String::length))
                .map(key -> rest.substring(0, rest.length() - key.length() - 1))
                .orElseThrow(() -> Problem.usage("Expected " + PREFIX + "<NAME>_ and one of " + String.join(", ", KEYS)
                        + ", but " + variable + " is set"
                        + NearestName.hint(rest.substring(rest.indexOf('_') + 1), KEYS)));
    }

    private RealVenue read() {
        String host = Settings.required(environment, prefix + "HOST", other());
        if (!host.matches("[A-Za-z0-9._:-]{1,253}")) {
            throw wrong("HOST", "a host name or an address, the port on its own", host);
        }
        Settings.required(environment, prefix + "PORT", prefix + "HOST");
        return new RealVenue(
                host,
                whole("PORT", 0, 1, 65_535),
                compId("SENDER_COMP_ID"),
                compId("TARGET_COMP_ID"),
                field("USERNAME"),
                secret("PASSWORD"),
                tls(),
                whole("HEARTBEAT_SECONDS", 30, 1, 600),
                whole("SILENCE_SECONDS", 30, 3, 3_600),
                text("DICTIONARY").map(Path::of),
                begin(text("NUMBERS_BEGIN").orElse("00:00")),
                text("ORDER_TAGS").map(this::tags).orElse(Map.of()));
    }

    /** A variable of this venue that is set, for the message. */
    private String other() {
        return KEYS.stream()
                .map(key -> prefix + key)
                .filter(key -> Settings.text(environment, key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Optional<RealVenue.Tls> tls() {
        if (text("TRUSTSTORE").isEmpty()) {
            if (text("KEYSTORE").isPresent()) {
                Settings.required(environment, prefix + "TRUSTSTORE", prefix + "KEYSTORE");
            }
            return Optional.empty();
        }
        return Optional.of(new RealVenue.Tls(
                Path.of(text("TRUSTSTORE").orElseThrow()),
                secret("TRUSTSTORE_PASSWORD"),
                text("KEYSTORE").map(Path::of),
                secret("KEYSTORE_PASSWORD")));
    }

    private Optional<String> compId(String key) {
        return text(key).map(id -> {
            if (!id.matches("[\\x21-\\x7e]{1,64}")) {
                throw wrong(key, "up to 64 letters, digits and signs, no spaces", id);
            }
            return id;
        });
    }

    private Optional<LocalTime> begin(String text) {
        if (text.equals("never")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            throw wrong("NUMBERS_BEGIN", "a time of the day in UTC like 22:00, or never", text);
        }
    }

    private Map<Integer, String> tags(String text) {
        SortedMap<Integer, String> tags = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || !pair[0].matches("[1-9][0-9]{0,5}") || pair[1].isEmpty() || hasControl(pair[1])) {
                throw wrong("ORDER_TAGS", "tags and values like 1=ACC42;207=XNYS", text);
            }
            int tag = Integer.parseInt(pair[0]);
            if (RealVenue.OWN_TAGS.contains(tag)) {
                throw wrong("ORDER_TAGS", "tags that Vesper does not set itself, but " + tag + " is one", text);
            }
            if (tags.put(tag, pair[1]) != null) {
                throw wrong("ORDER_TAGS", "each tag once, but " + tag + " is there twice", text);
            }
        }
        return tags;
    }

    private Optional<String> field(String key) {
        return text(key).map(value -> {
            if (hasControl(value)) {
                throw wrong(key, "text without control characters", "***");
            }
            return value;
        });
    }

    private Secret secret(String key) {
        String value = environment.getOrDefault(prefix + key, "");
        if (hasControl(value)) {
            throw wrong(key, "text without control characters", "***");
        }
        return new Secret(value);
    }

    private static boolean hasControl(String value) {
        return value.chars().anyMatch(one -> one < 0x20 || one > 0xff);
    }

    private int whole(String key, int usual, int least, int most) {
        String text = text(key).orElse(Integer.toString(usual));
        int value = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw wrong(key, "a whole number from " + least + " to " + most, text);
        }
        return value;
    }

    private Optional<String> text(String key) {
        return Settings.text(environment, prefix + key);
    }

    private Problem wrong(String key, String what, String got) {
        return Problem.usage("Expected " + prefix + key + " to be " + what + ", but it is \"" + got + "\"");
    }
}
