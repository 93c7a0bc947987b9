package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a program that was written against one OpenAPI description would find broken in another one. What is asked may only
 * become wider, what is answered only narrower or longer; new paths, methods, optional parameters, parts of answers and words
 * of an answer are no break.
 */
final class OpenApiChanges {
    private static final List<String> LIMITS =
            List.of("pattern", "format", "minimum", "maximum", "minLength", "maxLength", "uniqueItems");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private OpenApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Every break, in the order of the description before; empty where old programs go on as they are. */
    static List<String> breaking(JsonNode before, JsonNode after) {
        OpenApiChanges changes = new OpenApiChanges(before, after);
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> changes.operation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue(),
                                after.path("paths").path(path.getKey()).path(operation.getKey()))));
        return List.copyOf(changes.breaks);
    }

    private void operation(String at, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            breaks.add(at + " is gone");
            return;
        }
        if (open(was, before) && !open(is, after)) {
            breaks.add(at + " wants a token now");
        }
        parameters(at, was, is);
        body(at, was.path("requestBody"), is.path("requestBody"));
        was.path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                response(
                        at + " " + response.getKey(),
                        resolved(before, response.getValue()),
                        resolved(after, is.path("responses").path(response.getKey())));
            }
        });
    }

    private static boolean open(JsonNode operation, JsonNode root) {
        JsonNode security = operation.has("security") ? operation.path("security") : root.path("security");
        return security.isEmpty();
    }

    private void parameters(String at, JsonNode was, JsonNode is) {
        Map<String, JsonNode> old = byName(before, was.path("parameters"));
        Map<String, JsonNode> now = byName(after, is.path("parameters"));
        old.forEach((name, parameter) -> {
            JsonNode next = now.get(name);
            if (next == null) {
                breaks.add(at + " takes no " + name + " any more");
            } else {
                schema(at + " " + name, parameter.path("schema"), next.path("schema"), /* asked= */ true);
            }
        });
        now.forEach((name, parameter) -> {
            boolean wasOptional =
                    !old.containsKey(name) || !old.get(name).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && wasOptional) {
                breaks.add(at + " needs " + name + " now");
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode root, JsonNode parameters) {
        Map<String, JsonNode> all = new TreeMap<>();
        parameters.forEach(one -> {
            JsonNode parameter = resolved(root, one);
            all.put(
                    parameter.path("in").asText() + " parameter "
                            + parameter.path("name").asText(),
                    parameter);
        });
        return all;
    }

    private void body(String at, JsonNode was, JsonNode is) {
        if (!was.path("required").asBoolean() && is.path("required").asBoolean()) {
            breaks.add(at + " needs a body now");
        }
        contents(at + " body", was, is, /* asked= */ true);
    }

    private void response(String at, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            breaks.add(at + " is not answered any more");
            return;
        }
        was.path("headers").fieldNames().forEachRemaining(header -> {
            if (!is.path("headers").has(header)) {
                breaks.add(at + " has no header " + header + " any more");
            }
        });
        contents(at, was, is, /* asked= */ false);
    }

    private void contents(String at, JsonNode was, JsonNode is, boolean asked) {
        was.path("content").properties().forEach(content -> {
            JsonNode now = is.path("content").path(content.getKey());
            if (now.isMissingNode()) {
                breaks.add(at + " is no " + content.getKey() + " any more");
            } else {
                schema(at, content.getValue().path("schema"), now.path("schema"), asked);
            }
        });
    }

    private void schema(String at, JsonNode wasRaw, JsonNode isRaw, boolean asked) {
        boolean wasNull = nullable(before, wasRaw);
        boolean isNull = nullable(after, isRaw);
        String record = record(wasRaw);
        if (!record.isEmpty() && !compared.add(asked + " " + record + " " + record(isRaw))) {
            return; // a record is compared once; it may hold its own kind
        }
        JsonNode was = value(before, wasRaw);
        JsonNode is = value(after, isRaw);
        if (asked && wasNull && !isNull) {
            breaks.add(at + " may not be null any more");
        }
        if (!asked && !wasNull && isNull) {
            breaks.add(at + " may be null now");
        }
        String from = was.path("type").asText();
        String to = is.path("type").asText();
        boolean widened = asked && from.equals("integer") && to.equals("number")
                || !asked && from.equals("number") && to.equals("integer");
        if (!from.equals(to) && !widened) {
            breaks.add(at + " is of type " + to + " now, was " + from);
            return;
        }
        words(at, was.path("enum"), is.path("enum"), asked);
        for (String limit : LIMITS) {
            if (asked && is.has(limit) && !is.path(limit).equals(was.path(limit))
                    || !asked && was.has(limit) && !was.path(limit).equals(is.path(limit))) {
                breaks.add(at + " has " + limit + " " + is.path(limit).asText("none") + " now, had "
                        + was.path(limit).asText("none"));
            }
        }
        if (asked && !was.path("default").equals(is.path("default"))) {
            breaks.add(at + " is " + is.path("default").asText("nothing") + " where it is left out, was "
                    + was.path("default").asText("nothing"));
        }
        parts(at, was, is, asked);
        if (was.has("items")) {
            schema(at + "[]", was.path("items"), is.path("items"), asked);
        }
        if (was.path("additionalProperties").isObject()) {
            schema(at + "{}", was.path("additionalProperties"), is.path("additionalProperties"), asked);
        }
    }

    private void words(String at, JsonNode was, JsonNode is, boolean asked) {
        if (asked) {
            Set<String> gone = texts(was.isMissingNode() ? is : was);
            if (!is.isMissingNode()) {
                if (was.isMissingNode()) {
                    breaks.add(at + " is one of " + gone + " now, was any");
                    return;
                }
                gone.removeAll(texts(is));
                gone.forEach(word -> breaks.add(at + " may not be " + word + " any more"));
            }
        } else if (!was.isMissingNode() && is.isMissingNode()) {
            breaks.add(at + " is any text now, was one of " + texts(was));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private void parts(String at, JsonNode was, JsonNode is, boolean asked) {
        Set<String> needed = texts(was.path("required"));
        Set<String> needs = texts(is.path("required"));
        was.path("properties").properties().forEach(part -> {
            JsonNode now = is.path("properties").path(part.getKey());
            if (now.isMissingNode()) {
                breaks.add(at + "." + part.getKey() + " is gone");
                return;
            }
            if (!asked && needed.contains(part.getKey()) && !needs.contains(part.getKey())) {
                breaks.add(at + "." + part.getKey() + " may be left out now");
            }
            schema(at + "." + part.getKey(), part.getValue(), now, asked);
        });
        if (asked) {
            needs.removeAll(needed);
            needs.forEach(part -> breaks.add(at + "." + part + " is needed now"));
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static boolean nullable(JsonNode root, JsonNode schema) {
        for (JsonNode one : resolved(root, schema).path("anyOf")) {
            if (one.path("type").asText().equals("null")) {
                return true;
            }
        }
        return false;
    }

    /** The record that a schema names, or empty. */
    private static String record(JsonNode schema) {
        JsonNode named = schema.findValue("$ref");
        return named == null || schema.has("properties") || schema.has("items") ? "" : named.asText();
    }

    /** The schema of what is not null. */
    private static JsonNode value(JsonNode root, JsonNode schema) {
        JsonNode there = resolved(root, schema);
        for (JsonNode one : there.path("anyOf")) {
            if (!one.path("type").asText().equals("null")) {
                return resolved(root, one);
            }
        }
        return there;
    }
}
