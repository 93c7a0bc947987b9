package dev.vesper.adapters.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.text.ServerSentEvents;
import dev.vesper.basics.Registry;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.books.LotId;
import dev.vesper.desk.run.ShownStage;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The resources as an OpenAPI 3.1 description, for programs of other people. */
public final class OpenApi {
    /** Where changes are told while they happen. */
    public static final String EVENTS = "/api/v1/events";

    private static final Map<Class<?>, Map<String, String>> SIMPLE = Map.ofEntries(
            entry(String.class, Map.of("type", "string")),
            entry(boolean.class, Map.of("type", "boolean")),
            entry(int.class, Map.of("type", "integer", "format", "int32")),
            entry(long.class, Map.of("type", "integer", "format", "int64")),
            entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            entry(Long.class, Map.of("type", "integer", "format", "int64")),
            entry(BigDecimal.class, Map.of("type", "string", "format", "decimal")),
            entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            entry(RunId.class, Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}-\\d{3}$")),
            entry(LotId.class, Map.of("type", "string")),
            entry(Secret.class, Map.of("type", "string", "format", "password")),
            entry(ShownStage.class, Map.of("type", "string")),
            entry(double.class, Map.of("type", "number", "format", "double")));

    private final ObjectNode schemas = ApiJson.object();

    private OpenApi() {}

    public static ObjectNode of(Registry<Resource<?, ?>> resources) {
        return new OpenApi().describe(resources);
    }

    private ObjectNode describe(Registry<Resource<?, ?>> resources) {
        ObjectNode root = ApiJson.object().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Vesper")
                .put("version", "1")
                .put("description", "What can be asked of a running Vesper, on loopback.");
        ObjectNode paths = root.putObject("paths");
        for (Resource<?, ?> resource : resources) {
            ObjectNode path = paths.withObjectProperty(resource.path().text());
            describe(resource, path.putObject(resource.verb() == Verb.GET ? "get" : "post"));
        }
        stream(paths);
        ObjectNode components = root.putObject("components");
        schema(ProblemDetails.class);
        components.set("schemas", schemas);
        HttpManners.components(components);
        probe(paths, "/health", "What runs and what does not; 503 where a part is down.", "application/json");
        probe(paths, "/metrics", "Prometheus text.", "text/plain");
        probe(paths, ProblemType.REFUSED.uri(), "What a type of problem means; each has its own.", "text/plain");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        root.putArray("security").addObject().putArray("token");
        return root;
    }

    private void describe(Resource<?, ?> resource, ObjectNode operation) {
        operation.put("summary", resource.sentence());
        resource.deprecation()
                .ifPresent(deprecation -> operation.put("deprecated", true).put("description", deprecation.sentence()));
        ArrayNode parameters = operation.putArray("parameters");
        ObjectNode body = ApiJson.object().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = body.putObject("properties");
        ArrayNode required = body.putArray("required");
        for (RecordComponent part : resource.asks().getRecordComponents()) {
            boolean inPath = resource.path().variables().contains(part.getName());
            ObjectNode schema = schema(part.getGenericType());
            Otherwise otherwise = part.getAnnotation(Otherwise.class);
            if (otherwise != null) {
                standard(schema, part.getType(), otherwise.value());
            }
            if (inPath || resource.verb() == Verb.GET) {
                parameters
                        .addObject()
                        .put("name", part.getName())
                        .put("in", inPath ? "path" : "query")
                        .put("required", inPath || otherwise == null)
                        .set("schema", schema);
            } else {
                properties.set(part.getName(), schema);
                if (otherwise == null) {
                    required.add(part.getName());
                }
            }
        }
        parameters
                .addObject()
                .put("name", Callers.HEADER)
                .put("in", "header")
                .put(
                        "description",
                        "Who asks, beside the state folder's own token: one person's name, percent-encoded UTF-8. A name"
                                + " that is blank or can be mistaken, or that stands beside a personal token, is answered"
                                + " 400.")
                .put("required", false)
                .set("schema", schema(String.class));
        HttpManners.parameters(resource).forEach(parameters::add);
        if (resource.verb() == Verb.POST) {
            content(operation.putObject("requestBody").put("required", !required.isEmpty()), body);
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode element = schema(resource.answers().element());
        ObjectNode answer = element;
        if (resource.answers().many()) {
            answer = ApiJson.object().put("type", "array");
            answer.set("items", element);
        }
        ObjectNode ok = responses.putObject("200").put("description", resource.sentence());
        HttpManners.headers(resource).ifPresent(headers -> ok.set("headers", headers));
        content(ok, answer);
        if (resource.verb() == Verb.GET) {
            responses.putObject("304").put("description", "It is as If-None-Match says that the caller knows it.");
        }
        HttpManners.failures(resource).forEach((status, problem) -> responses.set(String.valueOf(status), problem));
    }

    /** What a part is where it is left out; an empty text for what is no text means that there is none. */
    private static void standard(ObjectNode schema, Class<?> type, String otherwise) {
        if (type == int.class || type == long.class) {
            schema.put("default", Long.parseLong(otherwise));
        } else if (type == boolean.class) {
            schema.put("default", Boolean.parseBoolean(otherwise));
        } else if (type == String.class || !otherwise.isEmpty()) {
            schema.put("default", otherwise);
        }
    }

    /** What operators' tools ask without a token. */
    private static void probe(ObjectNode paths, String path, String sentence, String type) {
        ObjectNode operation = paths.putObject(path).putObject("get").put("summary", sentence);
        operation.putArray("security");
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", sentence)
                .putObject("content")
                .putObject(type);
        if (path.equals("/health")) {
            responses
                    .putObject("503")
                    .put("description", sentence)
                    .putObject("content")
                    .putObject(type);
        }
    }

    /** What goes on for a while is none of the resources. */
    private void stream(ObjectNode paths) {
        String sentence =
                "What changes, while it happens: an event for each thing that did, by its topic, never with what it"
                        + " is now. It ends after a minute at the most; come again with the mark of the last event.";
        ObjectNode operation = paths.putObject(EVENTS).putObject("get").put("summary", sentence);
        ArrayNode parameters = operation.putArray("parameters");
        parameters
                .addObject()
                .put("name", "topics")
                .put("in", "query")
                .put("description", "With commas, for example runs,orders/2018-04-11-001; without it everything.")
                .put("required", false)
                .set("schema", schema(String.class));
        parameters
                .addObject()
                .put("name", ServerSentEvents.MARK)
                .put("in", "header")
                .put("description", "The id of the last event that was read: what changed since is told first.")
                .put("required", false)
                .set("schema", schema(String.class));
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", sentence)
                .putObject("content")
                .putObject(ServerSentEvents.TYPE)
                .set("schema", schema(String.class));
        HttpManners.failures().forEach((status, problem) -> responses.set(String.valueOf(status), problem));
    }

    private static void content(ObjectNode holder, ObjectNode schema) {
        holder.putObject("content").putObject("application/json").set("schema", schema);
    }

    private ObjectNode schema(Type type) {
        ObjectNode schema = ApiJson.object();
        if (type instanceof ParameterizedType list
                && (list.getRawType() == List.class || list.getRawType() == Set.class)) {
            schema.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
            if (list.getRawType() == Set.class) {
                schema.put("uniqueItems", true);
            }
            return schema;
        }
        if (type instanceof ParameterizedType map
                && (map.getRawType() == Map.class || map.getRawType() == SortedMap.class)) {
            schema.put("type", "object").set("additionalProperties", schema(map.getActualTypeArguments()[1]));
            return schema;
        }
        Class<?> raw = (Class<?>) type;
        if (SIMPLE.containsKey(raw)) {
            new java.util.TreeMap<>(SIMPLE.get(raw)).forEach(schema::put);
        } else if (raw.isEnum()) {
            ArrayNode words = schema.put("type", "string").putArray("enum");
            ApiJson.words(raw).keySet().forEach(words::add);
        } else if (raw.isRecord()) {
            String name = name(raw);
            if (!schemas.has(name)) {
                schemas.putObject(name); // first, for a record that holds its own kind
                schemas.set(name, record(raw));
            }
            schema.put("$ref", "#/components/schemas/" + name);
        } else {
            throw new IllegalArgumentException(
                    "Expected a type that OpenApi can describe, but got " + raw.getName() + "; add it to SIMPLE");
        }
        return schema;
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = ApiJson.object().put("type", "object"); // an answer may have more parts one day
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent part : type.getRecordComponents()) {
            ObjectNode described = schema(part.getGenericType());
            if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                ObjectNode either = ApiJson.object();
                either.putArray("anyOf").add(described).addObject().put("type", "null");
                described = either;
            }
            properties.set(part.getName(), described);
            required.add(part.getName());
        }
        return schema;
    }

    /** A nested record is named after both, for example {@code AuditLogRow}. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : name(outer)) + type.getSimpleName();
    }
}
