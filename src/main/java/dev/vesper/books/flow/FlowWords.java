package dev.vesper.books.flow;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What somebody said of a flow, by column: a line of a file, a command's options, a request's body. Two flows are the same
 * where their words are; numbers are compared without trailing zeros.
 */
public final class FlowWords {
    public static final String ID = "id";
    public static final String KIND = "kind";
    public static final String DATE = "date";
    public static final String MEMO = "memo";

    /** Every column there is, in the order in which people write them. */
    public static final List<String> COLUMNS = List.of(
            ID,
            KIND,
            DATE,
            "account",
            "amount",
            "currency",
            "symbol",
            "units",
            "cost",
            "acquired",
            "lot",
            "to",
            "pay",
            "withheld",
            "ratio",
            "new_symbol",
            "entry",
            "price",
            "fees",
            MEMO);

    private static final List<String> NUMBERS = List.of("amount", "units", "cost", "withheld", "price", "fees");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final NavigableMap<String, String> words = new TreeMap<>();
    private final Where where;

    /** Says where a word stood. */
    @FunctionalInterface
    public interface Where {
        Problem problem(String column, String message);
    }

    /**
     * Takes what was said; empty words are none.
     *
     * @throws Problem of kind INPUT for an id that is none, or a text that is too long
     */
    public FlowWords(Map<String, String> said, Where where) {
        this.where = where;
        said.forEach((column, word) -> {
            if (!word.isBlank()) {
                words.put(column, word.strip());
            }
        });
        words.forEach((column, word) -> {
            if (word.length() > LONGEST_TEXT || word.chars().anyMatch(Character::isISOControl)) {
                throw problem(column, "Expected plain text of at most " + LONGEST_TEXT + " characters");
            }
        });
        NUMBERS.stream().filter(words::containsKey).forEach(column -> words.put(column, plain(number(column))));
        String id = text(ID);
        boolean named = id.length() <= LONGEST_ID
                && id.chars().allMatch(FlowWords::nameable)
                && !id.startsWith(".") // part of a path over HTTP
                && !id.startsWith("-"); // an option on a command line
        if (!named) {
            throw problem(
                    ID,
                    "Expected an id of at most " + LONGEST_ID + " letters, digits, points, hyphens and underscores"
                            + " that begins with none of the points and hyphens, but got \"" + id + "\"");
        }
    }

    private static boolean nameable(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** All of it, by column, as it is kept. */
    public NavigableMap<String, String> all() {
        return Collections.unmodifiableNavigableMap(words);
    }

    public String id() {
        return text(ID);
    }

    public LocalDate date() {
        return date(DATE);
    }

    public String memo() {
        return words.getOrDefault(MEMO, "");
    }

    public boolean has(String column) {
        return words.containsKey(column);
    }

    /** A word that must be there. */
    public String text(String column) {
        String word = words.get(column);
        if (word == null) {
            throw problem(column, "Expected " + column + ", but it is missing");
        }
        return word;
    }

    /** A number greater than zero. */
    public BigDecimal positive(String column) {
        BigDecimal number = number(column);
        if (number.signum() <= 0 || number.compareTo(MOST) > 0) {
            throw problem(
                    column, "Expected " + column + " greater than zero and at most 1e15, but got " + text(column));
        }
        return number;
    }

    /** A number of zero or more. */
    public BigDecimal notNegative(String column) {
        BigDecimal number = number(column);
        if (number.signum() < 0 || number.compareTo(MOST) > 0) {
            throw problem(column, "Expected " + column + " of zero or more and at most 1e15, but got " + text(column));
        }
        return number;
    }

    /** A number of any sign but zero: what is added, or taken away. */
    public BigDecimal signed(String column) {
        BigDecimal number = number(column);
        if (number.signum() == 0 || number.abs().compareTo(MOST) > 0) {
            throw problem(
                    column,
                    "Expected " + column + " other than zero and at most 1e15 either way, but got " + text(column));
        }
        return number;
    }

    /** A part of one: 0.15 for 15 %. */
    public BigDecimal share(String column) {
        BigDecimal share = notNegative(column);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw problem(column, "Expected a share from 0 to 1, 0.15 for 15 %, but got " + text(column));
        }
        return share;
    }

    /** Money in a currency: no finer than its smallest coin. */
    public BigDecimal money(String column, String currency) {
        BigDecimal amount = positive(column);
        int decimals = Coins.decimals(currency);
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw problem(
                    column,
                    "Expected " + column + " of at most " + decimals + " decimals, as " + currency + " has, but got "
                            + text(column));
        }
        return amount;
    }

    /** A day between 1900 and 2199. */
    public LocalDate date(String column) {
        String word = text(column);
        try {
            LocalDate date = LocalDate.parse(word);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            throw problem(column, "Expected a date like 2018-04-11, but got \"" + word + "\"");
        }
        throw problem(column, "Expected a date from " + FIRST_YEAR + " to " + LAST_YEAR + ", but got " + word);
    }

    private BigDecimal number(String column) {
        String word = text(column);
        boolean digits = word.length() <= LONGEST_NUMBER
                && word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            if (digits) {
                return new BigDecimal(word);
            }
        } catch (NumberFormatException e) {
            digits = false;
        }
        throw problem(column, "Expected a number like 1250.50, but got \"" + word + "\"");
    }

    /** A complaint that says where the word stood. */
    public Problem problem(String column, String message) {
        return where.problem(column, message);
    }

    /** Refuses what is missing, and what a kind does not know. */
    void mustBe(FlowKind kind) {
        date();
        kind.needs().forEach(this::text);
        for (String column : words.keySet()) {
            boolean known = List.of(ID, KIND, DATE, MEMO).contains(column)
                    || kind.needs().contains(column)
                    || kind.takes().contains(column);
            if (!known) {
                throw problem(
                        column,
                        "Expected no " + column + " of a " + kind.word() + ", but got \"" + text(column) + "\"");
            }
        }
    }
}
