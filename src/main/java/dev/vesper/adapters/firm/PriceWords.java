package dev.vesper.adapters.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words in the header of a price file that name what is measured, and not an instrument: {@code close}, {@code
 * adjusted_close}, {@code vwap}. Case, blanks, hyphens, underscores and brackets do not matter.
 */
final class PriceWords {
    private static final Set<String> DATES =
            Set.of("date", "day", "datetime", "timestamp", "time", "tradedate", "tradingday", "businessdate");

    /** What nobody calls an instrument. */
    private static final Set<String> NEVER = Set.of(
            "adjclose",
            "adjustedclose",
            "closeadj",
            "closeadjusted",
            "adjopen",
            "adjhigh",
            "adjlow",
            "adjvolume",
            "previousclose",
            "prevclose",
            "volume",
            "vwap",
            "turnover",
            "openinterest",
            "openint",
            "dividends",
            "stocksplits",
            "capitalgains",
            "splitratio",
            "numberoftrades",
            "tradecount");

    /** What is hardly a symbol; LOW is one (a retailer), so are OPEN, LAST, BID and MID. */
    private static final Set<String> HARDLY = Set.of(
            "high",
            "close",
            "price",
            "settle",
            "settlement",
            "average",
            "change",
            "return",
            "returns",
            "dividend",
            "trades",
            "vol",
            "amount",
            "value",
            "spread",
            "marketcap",
            "totalreturn");

    /**
     * Of which the names of measures are made: {@code PX_LAST}, {@code mid_price}, {@code Adj. Volume}. Words of which
     * indices and pairs are made are none: High Yield, Low Vol, Small Value, EUR_USD are instruments.
     */
    private static final Set<String> PARTS = Set.of(
            "px",
            "price",
            "open",
            "opening",
            "high",
            "low",
            "close",
            "closing",
            "last",
            "official",
            "settle",
            "settlement",
            "mid",
            "bid",
            "ask",
            "offer",
            "best",
            "nav",
            "vwap",
            "twap",
            "adj",
            "adjusted",
            "unadjusted",
            "raw",
            "clean",
            "dirty",
            "total",
            "return",
            "returns",
            "volume",
            "turnover",
            "amount",
            "spread",
            "change",
            "pct",
            "percent",
            "previous",
            "prev",
            "prior",
            "daily",
            "average",
            "avg",
            "weighted");

    /** What names an instrument, and is none. */
    private static final Set<String> IDENTIFIERS = Set.of("ticker", "isin", "cusip", "sedol", "figi");

    private static final Set<String> PERHAPS = Set.of("open", "low", "last", "bid", "ask", "mid", "midpoint", "nav");

    private PriceWords() {}

    /** Whether the column is the date. */
    static boolean date(String name) {
        return DATES.contains(key(name));
    }

    /** Whether the word names a measure of an instrument, if all its neighbours do. */
    static boolean measure(String name) {
        return PERHAPS.contains(key(name)) || HARDLY.contains(key(name)) || neverASymbol(name);
    }

    /** Whether two such words in one header say that the columns are not symbols. */
    static boolean hardlyASymbol(String name) {
        return IDENTIFIERS.contains(key(name)) || HARDLY.contains(key(name)) || neverASymbol(name);
    }

    /** Whether the word alone says so. */
    static boolean neverASymbol(String name) {
        return NEVER.contains(key(name)) || madeOfParts(name);
    }

    private static boolean madeOfParts(String name) {
        List<String> parts = words(name);
        return parts.size() > 1 && PARTS.containsAll(parts);
    }

    /** Its words in small letters: {@code PX_LAST} is px, last and {@code closingPrice} is closing, price. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean small = false;
        for (int c : name.codePoints().toArray()) {
            if (!Character.isLetterOrDigit(c) || (small && Character.isUpperCase(c))) {
                end(words, word);
            }
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(Character.toLowerCase(c));
            }
            small = Character.isLowerCase(c);
        }
        end(words, word);
        return words;
    }

    private static void end(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String key(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
