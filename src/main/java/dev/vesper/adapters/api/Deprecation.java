package dev.vesper.adapters.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that is on its way out, told with every answer: {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594).
 *
 * @param since from when on nobody should begin to use it; may be to come
 * @param sunset from when on it may not answer any more; not before {@code since}
 * @param successor the path of what takes its place, for example {@code /api/v2/runs}
 */
public record Deprecation(Instant since, Optional<Instant> sunset, Optional<String> successor) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Checks that the end does not come before the beginning. */
    public Deprecation {
        if (sunset.isPresent() && sunset.get().isBefore(since)) {
            throw new IllegalArgumentException(
                    "Expected a sunset not before the deprecation of " + since + ", but got " + sunset.get());
        }
    }

    /** The headers that tell it, by name, the link apart. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Deprecation", "@" + since.getEpochSecond());
        sunset.ifPresent(at -> headers.put("Sunset", HTTP_DATE.format(at)));
        return headers;
    }

    /** A value of {@code Link} that leads to what takes its place. */
    public Optional<String> link() {
        return successor.map(path -> "<" + path + ">; rel=\"successor-version\"");
    }

    /** For people who read the description. */
    public String sentence() {
        return "Deprecated since " + since
                + sunset.map(at -> ", not answered any more from " + at + " on").orElse("")
                + successor.map(path -> "; use " + path).orElse("") + ".";
    }
}
