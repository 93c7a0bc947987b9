package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.YamlValue;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.Check;
import dev.vesper.data.Field;
import dev.vesper.data.FieldType;
import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import dev.vesper.data.Severity;
import dev.vesper.data.TableContract;
import dev.vesper.data.Tolerance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table of a contract. Types, {@code required}, {@code unique} and {@code logicalTypeOptions} give a rule
 * each, of severity warning; a rule written out under {@code quality} on the same check takes its place.
 */
final class TableReader {
    private static final Map<String, FieldType> TYPES = Map.of(
            "string", FieldType.STRING,
            "date", FieldType.DATE,
            "number", FieldType.NUMBER,
            "integer", FieldType.INTEGER,
            "boolean", FieldType.BOOLEAN);
    private static final Set<String> RANGE = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

    private final List<QualityRule> derived = new ArrayList<>();
    private final List<QualityRule> written = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();

    TableContract read(YamlValue table) {
        List<Field> fields = new ArrayList<>();
        List<String> key = key(table);
        String date = date(table);
        RuleReader.Series series = new RuleReader.Series(key, date);
        for (YamlValue property : table.path("properties")) {
            Field field = field(property);
            fields.add(field);
            derive(field, property);
            quality(property, field, series);
        }
        if (!key.isEmpty()) {
            derive(table.textOf("name") + "-key", new Check.Unique(key));
        }
        quality(table, null, series);
        List<QualityRule> rules = new ArrayList<>();
        for (QualityRule rule : derived) {
            if (written.stream().noneMatch(w -> w.check().equals(rule.check()))) {
                rules.add(rule);
            }
        }
        rules.addAll(written);
        idsDiffer(table.place(), rules);
        return new TableContract(table.textOf("name"), fields, key, date, rules, notChecked);
    }

    /** The fields of the primary key by position; those without one come last, in the order of the file. */
    private static List<String> key(YamlValue table) {
        List<YamlValue> parts = new ArrayList<>();
        for (YamlValue property : table.path("properties")) {
            if (property.path("primaryKey").flag(false)) {
                parts.add(property);
            }
        }
        parts.sort(Comparator.comparingInt(p -> {
            int position = p.path("primaryKeyPosition").whole(-1);
            return position < 1 ? Integer.MAX_VALUE : position;
        }));
        return parts.stream().map(p -> p.textOf("name")).toList();
    }

    /** The first partitioned field that is a date. */
    private static String date(YamlValue table) {
        for (YamlValue property : table.path("properties")) {
            if (property.path("partitioned").flag(false)
                    && property.textOf("logicalType").equals("date")) {
                return property.textOf("name");
            }
        }
        return "";
    }

    private static Field field(YamlValue property) {
        FieldType type = TYPES.getOrDefault(property.textOf("logicalType"), FieldType.OTHER);
        String format = property.path("logicalTypeOptions").path("format").text("yyyy-MM-dd");
        return new Field(property.textOf("name"), type, type == FieldType.DATE ? format : "");
    }

    private void derive(Field field, YamlValue property) {
        String name = field.name();
        YamlValue options = property.path("logicalTypeOptions");
        if (field.type() == FieldType.OTHER) {
            if (property.has("logicalType")) {
                skip(name + "-type", "a field of type " + property.textOf("logicalType"));
            }
        } else if (field.type() != FieldType.STRING) {
            derive(name + "-type", new Check.Typed(field));
        }
        if (property.path("required").flag(false)) {
            derive(name + "-required", new Check.NotNull(name));
        }
        if (property.path("unique").flag(false)) {
            derive(name + "-unique", new Check.Unique(List.of(name)));
        }
        options(field, options);
    }

    private void options(Field field, YamlValue options) {
        String name = field.name();
        boolean ordered = switch (field.type()) {
            case DATE, NUMBER, INTEGER -> true;
            default -> false;
        };
        Set<String> understood = new HashSet<>();
        if (ordered) {
            understood.addAll(RANGE);
            understood.add(field.type() == FieldType.DATE ? "format" : "");
            if (RANGE.stream().anyMatch(options::has)) {
                boolean above = options.has("exclusiveMinimum");
                boolean below = options.has("exclusiveMaximum");
                derive(
                        name + "-range",
                        new Check.Range(
                                field,
                                limit(field, options, above ? "exclusiveMinimum" : "minimum"),
                                above,
                                limit(field, options, below ? "exclusiveMaximum" : "maximum"),
                                below));
            }
        } else if (field.type() == FieldType.STRING) {
            understood.addAll(Set.of("pattern", "minLength", "maxLength"));
            if (options.has("pattern")) {
                derive(name + "-pattern", new Check.Matches(name, RuleReader.pattern(options.path("pattern"))));
            }
            if (options.has("minLength") || options.has("maxLength")) {
                int least = options.path("minLength").whole(-1);
                derive(
                        name + "-length",
                        new Check.Length(name, least, options.path("maxLength").whole(-1)));
            }
        }
        options.keys().forEach(option -> {
            if (!understood.contains(option)) {
                skip(
                        name + "-" + option,
                        "the option " + option + " of a " + field.type().name().toLowerCase(java.util.Locale.ROOT));
            }
        });
    }

    private @Nullable String limit(Field field, YamlValue options, String key) {
        YamlValue value = options.path(key);
        if (value.isAbsent()) {
            return null;
        }
        boolean date = field.type() == FieldType.DATE;
        if (date ? value.text("").matches("\\d{4}-\\d{2}-\\d{2}") : value.isNumber()) {
            return value.text("");
        }
        throw Problem.input(
                value.place(),
                "Expected " + key + " of \"" + field.name() + "\" to be "
                        + (date ? "a date like 1990-01-31" : "a number") + ", but got \"" + value.text("") + "\"");
    }

    private void derive(String id, Check check) {
        derived.add(new QualityRule(id, "", check, Severity.WARNING, Tolerance.none(), true));
    }

    private void quality(YamlValue element, @Nullable Field field, RuleReader.Series series) {
        for (YamlValue rule : element.path("quality")) {
            String owner = field == null ? element.textOf("name") : field.name();
            Optional<QualityRule> read = new RuleReader(owner, field, series).read(rule, notChecked);
            read.ifPresent(written::add);
        }
    }

    private void skip(String rule, String why) {
        notChecked.add(new NotChecked(rule, why));
    }

    private void idsDiffer(Place place, List<QualityRule> rules) {
        Set<String> seen = new HashSet<>();
        for (QualityRule rule : rules) {
            if (!seen.add(rule.id())) {
                throw Problem.input(
                        place, "Expected every rule to have its own id, but \"" + rule.id() + "\" stands there twice");
            }
        }
    }
}
