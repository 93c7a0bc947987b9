package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.YamlValue;
import dev.vesper.basics.Problem;
import dev.vesper.data.Check;
import dev.vesper.data.Comparison;
import dev.vesper.data.Field;
import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import dev.vesper.data.Severity;
import dev.vesper.data.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a {@code quality} list: the library metrics of the standard, and Vesper's own by engine vesper. */
final class RuleReader {
    private static final Map<String, Comparison> OPERATORS = Map.of(
            "mustBe", Comparison.EQUAL,
            "mustNotBe", Comparison.NOT_EQUAL,
            "mustBeGreaterThan", Comparison.GREATER,
            "mustBeGreaterOrEqualTo", Comparison.AT_LEAST,
            "mustBeLessThan", Comparison.LESS,
            "mustBeLessOrEqualTo", Comparison.AT_MOST);

    /** The key of a table, and the date it is partitioned by (or empty). */
    record Series(List<String> key, String date) {}

    private final String owner;
    private final @Nullable Field field;
    private final Series series;

    /**
     * @param owner name of the table or field the rule stands under
     * @param field null for a rule of the table
     * @param series what rules over neighbours go by where they do not say it themselves
     */
    RuleReader(String owner, @Nullable Field field, Series series) {
        this.owner = owner;
        this.field = field;
        this.series = series;
    }

    Optional<QualityRule> read(YamlValue rule, List<NotChecked> notChecked) {
        String kind = rule.textOf("type").isEmpty() ? "library" : rule.textOf("type");
        String what = kind.equals("library") ? metric(rule) : kind;
        String id = firstOf(rule.textOf("id"), rule.textOf("name"), owner + "-" + what);
        Optional<Check> check = switch (kind) {
            case "library" -> library(rule, metric(rule));
            case "custom" ->
                "vesper".equals(rule.textOf("engine")) ? custom(id, rule.path("implementation")) : Optional.empty();
            default -> Optional.empty();
        };
        if (check.isEmpty()) {
            String engine = kind.equals("custom") ? " for the engine \"" + rule.textOf("engine") + "\"" : "";
            String detail = kind.equals("library") ? " with the metric \"" + what + "\"" : engine;
            notChecked.add(new NotChecked(id, "a rule of type " + kind + detail));
            return Optional.empty();
        }
        boolean keep = check.get() instanceof Check.Jump || check.get() instanceof Check.Fresh;
        YamlValue quarantine = rule.path("implementation").path("quarantine");
        if (check.get() instanceof Check.Fresh && quarantine.flag(false)) {
            throw wrong(quarantine, id, "no quarantine: a last price that is old is not wrong", "quarantine: true");
        }
        return Optional.of(new QualityRule(
                id,
                rule.textOf("description"),
                check.get(),
                severity(id, rule),
                tolerance(id, rule, check.get()),
                quarantine.flag(!keep)));
    }

    private static String metric(YamlValue rule) {
        return firstOf(rule.textOf("metric"), rule.textOf("rule"), "unnamed");
    }

    private Optional<Check> library(YamlValue rule, String metric) {
        YamlValue arguments = rule.path("arguments");
        if (field == null) {
            return switch (metric) {
                case "duplicateValues" ->
                    arguments.has("properties")
                            ? Optional.of(new Check.Unique(words(arguments.path("properties"))))
                            : Optional.empty();
                case "rowCount" ->
                    Optional.of(
                            new Check.RowCount(arguments.path("businessDate").flag(false)));
                case "invalidValues" -> Optional.of(new Check.BadRows(words(arguments.path("ignoring"))));
                default -> Optional.empty();
            };
        }
        return switch (metric) {
            case "nullValues" -> Optional.of(new Check.NotNull(owner));
            case "missingValues" -> Optional.of(new Check.NotMissing(owner, words(arguments.path("missingValues"))));
            case "duplicateValues" -> Optional.of(new Check.Unique(List.of(owner)));
            case "invalidValues" ->
                arguments.has("pattern")
                        ? Optional.of(new Check.Matches(owner, pattern(arguments.path("pattern"))))
                        : arguments.has("validValues")
                                ? Optional.of(new Check.OneOf(owner, words(arguments.path("validValues"))))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * A regular expression.
     *
     * @throws Problem of kind INPUT, with line and column, where it is none
     */
    static String pattern(YamlValue pattern) {
        String text = pattern.text("");
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException none) {
            throw Problem.input(
                    pattern.place(),
                    "Expected a regular expression, but \"" + text + "\" is none: "
                            + none.getDescription().toLowerCase(Locale.ROOT));
        }
        return text;
    }

    private Optional<Check> custom(String id, YamlValue how) {
        String name = how.path("property").text(owner);
        return switch (how.textOf("rule")) {
            case "notAfterToday" -> Optional.of(new Check.NotAfterToday(name));
            case "known" -> Optional.of(new Check.Known(name, needed(id, how, "in", "instruments")));
            case "compare" ->
                Optional.of(new Check.Compare(
                        how.textOf("left"),
                        Comparison.of(how.textOf("is"))
                                .orElseThrow(
                                        () -> wrong(how.path("is"), id, "is: one of = != > >= < <=", how.textOf("is"))),
                        how.textOf("right")));
            case "jump" ->
                Optional.of(new Check.Jump(name, by(how, along(id, how)), along(id, how), number(id, how, "above")));
            case "stale" ->
                Optional.of(new Check.Fresh(by(how, along(id, how)), along(id, how), (int) number(id, how, "days")));
            default -> Optional.empty();
        };
    }

    /** What orders each series: {@code along}, or the date the table is partitioned by. */
    private String along(String id, YamlValue how) {
        return series.date.isEmpty()
                ? needed(id, how, "along", "date")
                : how.path("along").text(series.date);
    }

    /** What separates the series: {@code by}, a name or a list, or what is left of the key. */
    private List<String> by(YamlValue how, String along) {
        YamlValue by = how.path("by");
        if (by.isAbsent()) {
            return series.key.stream().filter(name -> !name.equals(along)).toList();
        }
        return by.items().isEmpty() ? List.of(by.text("")) : words(by);
    }

    private static String needed(String id, YamlValue how, String key, String example) {
        String text = how.textOf(key);
        if (text.isEmpty()) {
            throw wrong(how.path(key), id, key + ": a name, for example " + example, text);
        }
        return text;
    }

    private Severity severity(String id, YamlValue rule) {
        String word = firstOf(rule.textOf("severity"), "warning");
        return Severity.of(word)
                .orElseThrow(() -> wrong(rule.path("severity"), id, "severity: info, warning or error", word));
    }

    /** How much is right; a count of rows or of bad rows says nothing without it. */
    private Tolerance tolerance(String id, YamlValue rule, Check check) {
        boolean percent = "percent".equals(rule.textOf("unit"));
        for (Map.Entry<String, Comparison> operator : OPERATORS.entrySet()) {
            if (rule.has(operator.getKey())) {
                return Tolerance.of(operator.getValue(), number(id, rule, operator.getKey()), percent);
            }
        }
        for (String between : List.of("mustBeBetween", "mustNotBeBetween")) {
            YamlValue ends = rule.path(between);
            if (ends.items().size() == 2
                    && ends.items().get(0).isNumber()
                    && ends.items().get(1).isNumber()) {
                return Tolerance.between(
                        ends.items().get(0).number(),
                        ends.items().get(1).number(),
                        between.equals("mustBeBetween"),
                        percent);
            }
            if (!ends.isAbsent()) {
                throw wrong(ends, id, between + ": [low, high]", ends.toString());
            }
        }
        if (check instanceof Check.RowCount || check instanceof Check.BadRows) {
            throw wrong(
                    rule,
                    id,
                    "how many: mustBe, mustBeGreaterThan, mustBeLessOrEqualTo, mustBeBetween, ...",
                    "nothing");
        }
        return Tolerance.none();
    }

    private double number(String id, YamlValue node, String key) {
        YamlValue value = node.path(key);
        if (!value.isNumber() || value.number() < 0) {
            throw wrong(value, id, key + ": a number from 0 up", value.isAbsent() ? "nothing" : value.text(""));
        }
        return value.number();
    }

    private static Problem wrong(YamlValue at, String id, String expected, String got) {
        return Problem.input(
                at.place(), "Expected rule \"" + id + "\" to say " + expected + ", but got \"" + got + "\"");
    }

    /** A list of scalars as texts; null stands for the empty text. */
    private static List<String> words(YamlValue list) {
        List<String> words = new ArrayList<>();
        list.forEach(item -> words.add(item.text("")));
        return words;
    }

    private static String firstOf(String... words) {
        for (String word : words) {
            if (!word.isEmpty()) {
                return word;
            }
        }
        return "";
    }
}
