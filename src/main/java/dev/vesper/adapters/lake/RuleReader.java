package dev.vesper.adapters.lake;

import static dev.vesper.adapters.lake.ContractReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vesper.basics.Place;
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
import java.util.Map;
import java.util.Optional;
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

    private final String file;
    private final String owner;
    private final @Nullable Field field;

    /**
     * @param owner name of the table or field the rule stands under
     * @param field null for a rule of the table
     */
    RuleReader(String file, String owner, @Nullable Field field) {
        this.file = file;
        this.owner = owner;
        this.field = field;
    }

    Optional<QualityRule> read(JsonNode rule, List<NotChecked> notChecked) {
        String kind = text(rule, "type").isEmpty() ? "library" : text(rule, "type");
        String what = kind.equals("library") ? metric(rule) : kind;
        String id = firstOf(text(rule, "id"), text(rule, "name"), owner + "-" + what);
        Optional<Check> check = switch (kind) {
            case "library" -> library(rule, metric(rule));
            case "custom" ->
                "vesper".equals(text(rule, "engine")) ? custom(id, rule.path("implementation")) : Optional.empty();
            default -> Optional.empty();
        };
        if (check.isEmpty()) {
            String engine = kind.equals("custom") ? " for the engine \"" + text(rule, "engine") + "\"" : "";
            String detail = kind.equals("library") ? " with the metric \"" + what + "\"" : engine;
            notChecked.add(new NotChecked(id, "a rule of type " + kind + detail));
            return Optional.empty();
        }
        boolean keep = check.get() instanceof Check.Jump || check.get() instanceof Check.Fresh;
        JsonNode quarantine = rule.path("implementation").path("quarantine");
        if (check.get() instanceof Check.Fresh && quarantine.asBoolean(false)) {
            throw wrong(id, "no quarantine: a last price that is old is not wrong", "quarantine: true");
        }
        return Optional.of(new QualityRule(
                id,
                text(rule, "description"),
                check.get(),
                severity(id, rule),
                tolerance(id, rule),
                quarantine.asBoolean(!keep)));
    }

    private static String metric(JsonNode rule) {
        return firstOf(text(rule, "metric"), text(rule, "rule"), "unnamed");
    }

    private Optional<Check> library(JsonNode rule, String metric) {
        JsonNode arguments = rule.path("arguments");
        if (field == null) {
            return switch (metric) {
                case "duplicateValues" ->
                    arguments.has("properties")
                            ? Optional.of(new Check.Unique(words(arguments.path("properties"))))
                            : Optional.empty();
                case "rowCount" ->
                    Optional.of(
                            new Check.RowCount(arguments.path("businessDate").asBoolean(false)));
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
                        ? Optional.of(new Check.Matches(owner, text(arguments, "pattern")))
                        : arguments.has("validValues")
                                ? Optional.of(new Check.OneOf(owner, words(arguments.path("validValues"))))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Check> custom(String id, JsonNode how) {
        String by = how.path("by").asText("symbol");
        String along = how.path("along").asText("date");
        String name = how.path("property").asText(owner);
        return switch (text(how, "rule")) {
            case "notAfterToday" -> Optional.of(new Check.NotAfterToday(name));
            case "known" -> Optional.of(new Check.Known(name, how.path("in").asText("instruments")));
            case "compare" ->
                Optional.of(new Check.Compare(
                        text(how, "left"),
                        Comparison.of(text(how, "is"))
                                .orElseThrow(() -> wrong(id, "is: one of = != > >= < <=", text(how, "is"))),
                        text(how, "right")));
            case "jump" -> Optional.of(new Check.Jump(name, by, along, number(id, how, "above")));
            case "stale" -> Optional.of(new Check.Fresh(by, along, (int) number(id, how, "days")));
            default -> Optional.empty();
        };
    }

    private Severity severity(String id, JsonNode rule) {
        String word = firstOf(text(rule, "severity"), "warning");
        return Severity.of(word).orElseThrow(() -> wrong(id, "severity: info, warning or error", word));
    }

    private Tolerance tolerance(String id, JsonNode rule) {
        boolean percent = "percent".equals(text(rule, "unit"));
        for (Map.Entry<String, Comparison> operator : OPERATORS.entrySet()) {
            if (rule.has(operator.getKey())) {
                return Tolerance.of(operator.getValue(), number(id, rule, operator.getKey()), percent);
            }
        }
        for (String between : List.of("mustBeBetween", "mustNotBeBetween")) {
            JsonNode ends = rule.path(between);
            if (ends.size() == 2 && ends.get(0).isNumber() && ends.get(1).isNumber()) {
                return Tolerance.between(
                        ends.get(0).asDouble(), ends.get(1).asDouble(), between.equals("mustBeBetween"), percent);
            }
            if (!ends.isMissingNode()) {
                throw wrong(id, between + ": [low, high]", ends.toString());
            }
        }
        return Tolerance.none();
    }

    private double number(String id, JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isNumber() || value.asDouble() < 0) {
            throw wrong(id, key + ": a number from 0 up", value.isMissingNode() ? "nothing" : value.asText());
        }
        return value.asDouble();
    }

    private Problem wrong(String id, String expected, String got) {
        return Problem.input(
                Place.of(file), "Expected rule \"" + id + "\" to say " + expected + ", but got \"" + got + "\"");
    }

    /** A list of scalars as texts; null stands for the empty text. */
    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(item -> words.add(item.isNull() ? "" : item.asText()));
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
