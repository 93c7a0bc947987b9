package dev.vesper.app.fuzz;

import static dev.vesper.app.fuzz.ByteMutations.one;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs write into a field that was meant for something else. */
final class FieldMutations {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?[0-9]+([.][0-9]+)?(?![\\w.:-])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    static final List<String> NUMBERS = List.of(
            "1e40",
            "1e400",
            "1e19",
            "1e308",
            "1e-12",
            "1e-400",
            "-1",
            "0",
            "-0",
            "NaN",
            "Infinity",
            "1e999999999",
            "1e-999999999",
            "9999999999999999999999999999999",
            "0.000000000000000000000001",
            "١٢٣",
            "１２",
            "0x10",
            "1_000",
            "1,000",
            "1 000",
            "\"1,000.00\"",
            "",
            " ",
            "null",
            "+5",
            ".5",
            "5.",
            "1e",
            "--1",
            "1d",
            "1f",
            "1e2147483648",
            "12.5%",
            "$12",
            "€12",
            "1/2",
            "true",
            "2147483648",
            "9223372036854775808",
            "0.1234567890123456789",
            "-9223372036854775808",
            "1.",
            "−5",
            "1'000",
            "(5)",
            "#N/A",
            "25",
            "100",
            "-0.5");

    static final List<String> DATES = List.of(
            "9999-12-31",
            "+10000-01-01",
            "+999999999-12-31",
            "0000-01-01",
            "-0001-01-01",
            "2024-02-30",
            "2023-02-29",
            "2024-1-5",
            "05/06/2024",
            "31/12/2024",
            "20240105",
            "٢٠٢٤-٠١-٠٥",
            "tomorrow",
            "1970-01-01",
            "2099-01-01",
            "2024-01-05T00:00:00Z",
            "2024-01-05 23:59",
            "",
            "45000",
            "Jan 5, 2024",
            "2024-W01-1",
            "1899-12-30");

    static final List<String> WORDS = List.of(
            "",
            " ",
            "x".repeat(70_000),
            "😀",
            "\u202Egnp.exe",
            "\u200B",
            "=cmd|'/c calc'!A0",
            "../../etc/passwd",
            "/dev/zero",
            "${jndi:ldap://x}",
            "{{x}}",
            "'; drop table run; --",
            "\u0000",
            "<![CDATA[",
            "&lol;",
            "true",
            "null",
            "~",
            "*a",
            "&a [*a]",
            "!!java.net.URL [http://localhost]",
            "%s%n%d",
            "\\u0041",
            "\"",
            "'",
            "Аpple",
            "ﷺ",
            "e\u0301",
            "CON",
            "a,b",
            "a\nb",
            "function() 1",
            "1=1",
            "-",
            "#",
            "@",
            "`",
            "|",
            ">",
            "{",
            "[",
            "?");

    static final List<Mutation> ALL = List.of(
            Mutation.text("a number", (text, random) -> swapped(text, NUMBER, random, () -> one(NUMBERS, random))),
            Mutation.text(
                    "two numbers",
                    (text, random) -> swapped(
                            swapped(text, NUMBER, random, () -> one(NUMBERS, random)),
                            NUMBER,
                            random,
                            () -> one(NUMBERS, random))),
            Mutation.text("a date", (text, random) -> swapped(text, DATE, random, () -> one(DATES, random))),
            Mutation.text("a word", (text, random) -> swapped(text, WORD, random, () -> one(WORDS, random))),
            Mutation.text("a word by another of the file", (text, random) -> {
                List<MatchResult> words = found(WORD.matcher(text));
                return words.isEmpty()
                        ? text
                        : swapped(text, WORD, random, () -> one(words, random).group());
            }),
            Mutation.text("a misspelt word", (text, random) -> {
                List<MatchResult> words = found(WORD.matcher(text));
                if (words.isEmpty()) {
                    return text;
                }
                MatchResult word = one(words, random);
                int at = word.start() + random.nextInt(word.group().length());
                return text.substring(0, at) + text.charAt(word.start()) + text.substring(at);
            }),
            Mutation.text("a word in another case", (text, random) -> {
                List<MatchResult> words = found(WORD.matcher(text));
                if (words.isEmpty()) {
                    return text;
                }
                MatchResult word = one(words, random);
                return text.substring(0, word.start())
                        + word.group().toUpperCase(java.util.Locale.ROOT)
                        + text.substring(word.end());
            }));

    private FieldMutations() {}

    private static String swapped(String text, Pattern what, RandomGenerator random, Supplier<String> by) {
        List<MatchResult> found = found(what.matcher(text));
        if (found.isEmpty()) {
            return text + by.get();
        }
        MatchResult place = one(found, random);
        return text.substring(0, place.start()) + by.get() + text.substring(place.end());
    }

    private static List<MatchResult> found(Matcher matcher) {
        List<MatchResult> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.toMatchResult());
        }
        return found;
    }
}
