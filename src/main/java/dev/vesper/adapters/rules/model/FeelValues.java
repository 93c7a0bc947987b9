package dev.vesper.adapters.rules.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.functions.StringFunction;

/**
 * JSON as FEEL's values and back: numbers are decimal, and a text stands for a date, a time or a duration where the model says
 * that it is one.
 */
final class FeelValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<BuiltInType> WRITTEN =
            Set.of(BuiltInType.DATE, BuiltInType.TIME, BuiltInType.DATE_TIME, BuiltInType.DURATION);

    private FeelValues() {}

    /**
     * The value that a JSON value stands for.
     *
     * @param where it stands, for messages: {@code Applicant.Monthly.Income}
     * @param type what the model says of it; null where it says nothing
     * @throws Problem of kind INPUT where it cannot be read as that type
     */
    static @Nullable Object of(String where, JsonNode json, @Nullable DMNType type) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (json.isArray()) {
            List<@Nullable Object> values = new ArrayList<>();
            DMNType element =
                    type != null && type.isCollection() && type.getBaseType() != null ? type.getBaseType() : type;
            int at = 1;
            for (JsonNode one : json) {
                values.add(of(where + "[" + at++ + "]", one, element));
            }
            return values;
        }
        if (json.isObject()) {
            Map<String, DMNType> fields = type != null && type.isComposite() ? type.getFields() : Map.of();
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            json.properties()
                    .forEach(field -> values.put(
                            field.getKey(),
                            of(where + "." + field.getKey(), field.getValue(), fields.get(field.getKey()))));
            return values;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNumber() ? json.decimalValue() : text(where, json.textValue(), type);
    }

    private static Object text(String where, String text, @Nullable DMNType type) {
        BuiltInType written = written(type);
        if (written == null) {
            return text;
        }
        Object value = null;
        try {
            value = written.fromString(text);
        } catch (RuntimeException none) {
            // told below: it is none
        }
        if (value == null) {
            throw Problem.usage("Expected " + where + " to be a " + written.getName() + ", for example "
                    + example(written) + ", but it is \"" + text + "\"");
        }
        return value;
    }

    /** Which of the types that JSON has no word for a value is of, or null. */
    private static @Nullable BuiltInType written(@Nullable DMNType type) {
        for (DMNType one = type; one != null; one = one.getBaseType()) {
            for (BuiltInType written : WRITTEN) {
                if (List.of(written.getNames()).contains(one.getName())) {
                    return written;
                }
            }
        }
        return null;
    }

    private static String example(BuiltInType type) {
        return switch (type) {
            case DATE -> "2018-04-11";
            case TIME -> "16:00:00";
            case DATE_TIME -> "2018-04-11T16:00:00";
            default -> "P2D";
        };
    }

    /** What a value is in JSON: numbers as numbers, dates, times and durations as FEEL writes them. */
    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean truth -> JSON.booleanNode(truth);
            case BigDecimal number -> number(number);
            case Number number -> number(new BigDecimal(number.toString()));
            case String text -> JSON.textNode(text);
            case Map<?, ?> context -> {
                ObjectNode object = JSON.objectNode();
                context.forEach((name, one) -> object.set(String.valueOf(name), json(one)));
                yield object;
            }
            case Iterable<?> list -> {
                ArrayNode array = JSON.arrayNode();
                list.forEach(one -> array.add(json(one)));
                yield array;
            }
            default -> JSON.textNode(StringFunction.INSTANCE.invoke(value).getOrElse(String.valueOf(value)));
        };
    }

    private static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return JSON.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
