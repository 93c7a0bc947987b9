package dev.vesper.desk.repair;

import dev.vesper.basics.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts that leave the house: those that are known, and what looks like one. Rather too much is taken
 * out than too little: who reads a support bundle wants the fault, not the figures.
 */
public final class Scrubber {
    private static final String MASK = "***";
    /** Shorter ones stand in every text; nobody should have them. */
    private static final int SHORTEST = 4;

    /** What stands between blanks, quotes and angle brackets: a password may hold anything else. */
    private static final Pattern WORD = Pattern.compile("[^\\s\"'<>]+");

    private static final Pattern TOKEN = Pattern.compile("vesper_[0-9A-Za-z]{1,32}_[0-9a-f]{16,}");
    private static final Pattern ONE_TIME =
            Pattern.compile("(?<![0-9A-Za-z-])[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}(?![0-9A-Za-z-])");
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}-----)?");
    private static final Pattern NAMED = Pattern.compile(
            "(?:pass(?:word|wd|phrase)|secret|token|api[-_]?key|access[-_]?key|credentials?|authorization|cookie)"
                    + "[0-9a-z_.-]{0,30}[\"']?\\s{0,3}[=:]\\s{0,3}(?:(?:bearer|basic)\\s{1,3})?[\"']?([^\\s\"'<>,;&]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME =
            Pattern.compile("\\b(?:bearer|basic)\\s{1,3}([^\\s\"'<>,;]{6,})", Pattern.CASE_INSENSITIVE);

    private final List<String> known;

    /** @param known what must never be seen, wherever it stands */
    public Scrubber(Collection<Secret> known) {
        this.known = known.stream()
                .map(Secret::reveal)
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(secret -> Stream.of(
                        secret, encoded(secret), secret.replace("\\", "\\\\").replace("\"", "\\\"")))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without secrets. */
    public String scrub(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, MASK);
        }
        clean = KEY.matcher(clean).replaceAll(MASK);
        clean = TOKEN.matcher(clean).replaceAll("vesper_" + MASK);
        clean = ONE_TIME.matcher(clean).replaceAll(MASK);
        clean = WORD.matcher(clean).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
        clean = masked(NAMED, clean);
        return masked(SCHEME, clean);
    }

    /** As it stands in an address. */
    private static String encoded(String secret) {
        StringBuilder text = new StringBuilder();
        for (byte part : secret.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (part & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-_.~".indexOf(c) >= 0;
            text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return text.toString();
    }

    /** Addresses keep their host, and lose what stands before it and after the question mark. */
    private static String word(String word) {
        if (word.contains("://")) {
            return Secret.address(word);
        }
        if (word.toLowerCase(Locale.ROOT).contains("$argon2")) {
            return MASK;
        }
        int at = word.lastIndexOf('@');
        return at > 0 && word.lastIndexOf(':', at) > 0 ? MASK + word.substring(at) : word;
    }

    private static String masked(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().substring(0, found.start(1) - found.start()) + MASK));
    }
}
