package dev.vesper.adapters.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link to the next page in the header {@code Link} (RFC 8288), written and read in one place. */
public final class PageLink {
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,8000})>; rel=\"next\"");

    private PageLink() {}

    /** For example {@code </api/v1/runs?most=200&after=2018-04-11-003>; rel="next"}. */
    public static String next(String target) {
        return "<" + target + ">; rel=\"next\"";
    }

    /** Where the next page is, of a header that may hold other links too. */
    public static Optional<String> read(String link) {
        Matcher next = NEXT.matcher(link);
        return next.find() ? Optional.of(next.group(1)) : Optional.empty();
    }
}
