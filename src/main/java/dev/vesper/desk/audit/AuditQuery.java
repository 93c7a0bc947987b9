package dev.vesper.desk.audit;

import dev.vesper.basics.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows of the audit log somebody looks for; a row must fit all parts.
 *
 * @param who the actor, letter for letter; empty for everybody
 * @param action what was done; empty for everything
 * @param subject what it was done to: a run, a task, a user, with or without {@code user/}; a run stands
 *     for its tasks too; empty for all
 * @param from the first moment
 * @param before the first moment that is too late
 * @param words each stands somewhere in the detail, or in what was so before or after, in capitals or not
 * @param where stands in where it was done from, in capitals or not, for example {@code console} or an address
 */
public record AuditQuery(
        String who,
        Optional<AuditAction> action,
        String subject,
        Optional<Instant> from,
        Optional<Instant> before,
        List<String> words,
        String where) {
    /** Every row. */
    public static final AuditQuery ALL =
            new AuditQuery("", Optional.empty(), "", Optional.empty(), Optional.empty(), List.of(), "");

    /** What stands before a user's name where something was done to a user. */
    public static final String USER = "user/";

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    public AuditQuery {
        words = List.copyOf(words);
        within("who", who);
        within("subject", subject);
        within("where", where);
        within("words", String.join(" ", words));
        if (words.size() > MOST_WORDS) {
            throw Problem.usage("Expected at most " + MOST_WORDS + " words, but got " + words.size());
        }
        if (from.isPresent() && before.isPresent() && !from.get().isBefore(before.get())) {
            throw Problem.usage(
                    "Expected from earlier than to, but from is " + from.get() + " and to ends before " + before.get());
        }
    }

    /** Which of two rows comes first. */
    public enum Order {
        OLDEST,
        NEWEST
    }

    /**
     * As people write it; what is blank does not matter.
     *
     * @param from a day such as {@code 2018-04-11} (UTC), or a moment such as {@code 2018-04-11T12:00:00Z}
     * @param to the last day, or the first moment that is too late
     * @throws Problem of kind INPUT that says what was expected
     */
    public static AuditQuery of(String who, String action, String subject, String from, String to, String words) {
        return of(who, action, subject, from, to, words, "");
    }

    /** As {@link #of(String, String, String, String, String, String)}, by where it was done from too. */
    public static AuditQuery of(
            String who, String action, String subject, String from, String to, String words, String where) {
        return new AuditQuery(
                who.strip(),
                action.isBlank() ? Optional.empty() : Optional.of(action(action.strip())),
                subject.strip(),
                moment("from", from.strip(), 0),
                moment("to", to.strip(), 1),
                Arrays.stream(words.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                where.strip());
    }

    /** All that was done to something: a run with its tasks, a task, a user. */
    public static AuditQuery about(String subject) {
        return new AuditQuery("", Optional.empty(), subject, Optional.empty(), Optional.empty(), List.of(), "");
    }

    /** Whether it looks into what rows say, along no index: through each row that fits the rest. */
    public boolean looksInto() {
        return !words.isEmpty() || !where.isEmpty();
    }

    /** The rest of it: all but what rows say. */
    public AuditQuery rest() {
        return new AuditQuery(who, action, subject, from, before, List.of(), "");
    }

    /** The word of the action, or empty. */
    public String actionWord() {
        return action.map(AuditAction::word).orElse("");
    }

    /** The words as they are written: one after the other. */
    public String text() {
        return String.join(" ", words);
    }

    private static AuditAction action(String word) {
        try {
            return AuditAction.of(word.toLowerCase(Locale.ROOT));
        } catch (Problem unknown) {
            throw Problem.usage(String.valueOf(unknown.getMessage()));
        }
    }

    private static Optional<Instant> moment(String part, String text, int daysLater) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant moment = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new DateTimeException("no year of ours");
            }
            return Optional.of(moment);
        } catch (DateTimeException notOne) {
            throw Problem.usage("Expected " + part
                    + " to be a day such as 2018-04-11 or a moment such as 2018-04-11T12:00:00Z, but got \"" + text
                    + "\"");
        }
    }

    private static void within(String part, String text) {
        if (text.length() > LONGEST) {
            throw Problem.usage(
                    "Expected " + part + " of at most " + LONGEST + " characters, but it has " + text.length());
        }
    }
}
