package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.vesper.adapters.text.ServerSentEvents;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The description is valid OpenAPI 3.1, and breaks no program that was written against the one that was released. A break
 * on purpose is accepted with {@code -Dvesper.openapi.accept=true}, which writes the file anew.
 */
class OpenApiGateTest {
    private static final Path RELEASED = Path.of("src/test/resources/openapi/released-v1.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As it is read by others: a number is no longer one of Java's. */
    private static ObjectNode described() throws Exception {
        return (ObjectNode) JSON.readTree(OpenApi.of(Resources.ALL).toString());
    }

    @Test
    void theDescriptionBreaksNothingThatWasReleased() throws Exception {
        if (Boolean.getBoolean("vesper.openapi.accept")) {
            Files.writeString(RELEASED, described().toPrettyString() + "\n");
        }
        List<String> breaks = OpenApiChanges.breaking(JSON.readTree(Files.readString(RELEASED)), described());
        assertEquals(
                List.of(), breaks, "on purpose? " + RELEASED.resolveSibling("README.md") + " says how it is accepted");
    }

    private static JsonSchema schema(String name) throws Exception {
        try (InputStream in = OpenApiGateTest.class.getResourceAsStream("/openapi/" + name)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(in));
        }
    }

    @Test
    void theDescriptionIsValid() throws Exception {
        assertEquals(Set.of(), schema("oas-3.1-2026-08-03.json").validate(described()));
        ObjectNode wrong = described();
        ((ObjectNode) wrong.at("/paths/~1api~1v1~1runs/get/parameters/0")).put("in", "nowhere");
        assertTrue(!schema("oas-3.1-2026-08-03.json").validate(wrong).isEmpty(), "what is wrong is found");
    }

    @Test
    void everySchemaInItIsValidAndEveryReferenceLeadsSomewhere() throws Exception {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        JsonNode root = described();
        List<JsonNode> schemas = new ArrayList<>(root.findValues("schema"));
        root.at("/components/schemas").forEach(schemas::add);
        schemas.forEach(schema -> assertEquals(Set.of(), meta.validate(schema), schema::toString));
        assertTrue(schemas.size() > 100, "they are looked at");
        for (JsonNode reference : root.findValues("$ref")) {
            assertTrue(!root.at(reference.asText().substring(1)).isMissingNode(), reference::asText);
        }
    }

    @Test
    void itDescribesProblemsTagsKeysAndPages() throws Exception {
        JsonNode root = described();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String at = operation.getKey() + " " + path.getKey();
                    JsonNode said = operation.getValue();
                    Set<String> names = new HashSet<>();
                    said.path("parameters")
                            .forEach(one -> names.add((one.has("$ref")
                                            ? root.at(one.path("$ref").asText().substring(1))
                                            : one)
                                    .path("name")
                                    .asText()));
                    if (said.path("security").isArray()) {
                        return; // a probe
                    }
                    JsonNode forbidden =
                            root.at(said.at("/responses/403/$ref").asText().substring(1));
                    assertTrue(forbidden.path("content").has(ProblemType.JSON), at);
                    if (said.at("/responses/200/content").has(ServerSentEvents.TYPE)) {
                        return; // it goes on, and has no tag
                    }
                    boolean post = operation.getKey().equals("post");
                    assertEquals(post, names.contains("Idempotency-Key"), at);
                    assertEquals(post, said.path("responses").has("422"), at);
                    assertEquals(!post, names.contains("If-None-Match"), at);
                    assertEquals(!post, said.at("/responses/200/headers").has("ETag"), at);
                    boolean list = said.at("/responses/200/content/application~1json/schema/type")
                            .asText()
                            .equals("array");
                    if (list && !post) {
                        assertTrue(names.contains("most"), at);
                        assertTrue(said.at("/responses/200/headers").has("Link"), at);
                    }
                }));
    }

    private static final String SMALL = """
            {"openapi": "3.1.0", "security": [{"token": []}],
             "paths": {
               "/open": {"get": {"security": [], "responses": {"200": {}}}},
               "/things": {
                 "get": {
                   "parameters": [
                     {"name": "most", "in": "query", "required": false, "schema": {"type": "integer", "default": 5}},
                     {"name": "kind", "in": "query", "required": false, "schema": {"type": "string", "enum": ["a", "b"]}}],
                   "responses": {"200": {
                     "headers": {"ETag": {}},
                     "content": {"application/json": {"schema":
                       {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}},
                 "post": {
                   "requestBody": {"required": false, "content": {"application/json": {"schema":
                     {"type": "object", "required": ["name"], "properties": {
                       "name": {"type": "string"},
                       "note": {"anyOf": [{"type": "string"}, {"type": "null"}]}}}}}},
                   "responses": {"200": {}}}}},
             "components": {"schemas": {"Thing": {"type": "object", "required": ["name", "state"], "properties": {
               "name": {"type": "string"},
               "state": {"type": "string", "enum": ["open", "done"]},
               "size": {"type": "number"},
               "whose": {"anyOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}]}}}}}}
            """;

    private static Arguments change(String expected, Consumer<ObjectNode> change) {
        return Arguments.of(expected, change);
    }

    private static ObjectNode at(JsonNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    private static final String GET = "/paths/~1things/get";
    private static final String BODY = "/paths/~1things/post/requestBody/content/application~1json/schema";
    private static final String THING = "/components/schemas/Thing";

    static Stream<Arguments> breaking() {
        return Stream.of(
                change(
                        "GET /things is gone",
                        root -> at(root, "/paths/~1things").remove("get")),
                change("GET /open is gone", root -> at(root, "/paths").remove("/open")),
                change(
                        "GET /open wants a token now",
                        root -> at(root, "/paths/~1open/get").remove("security")),
                change(
                        "GET /things takes no query parameter kind any more",
                        root -> ((ArrayNode) root.at(GET + "/parameters")).remove(1)),
                change(
                        "GET /things needs query parameter kind now",
                        root -> at(root, GET + "/parameters/1").put("required", true)),
                change(
                        "GET /things needs query parameter whose now",
                        root -> ((ArrayNode) root.at(GET + "/parameters"))
                                .addObject()
                                .put("name", "whose")
                                .put("in", "query")
                                .put("required", true)),
                change(
                        "GET /things query parameter most is of type string now, was integer",
                        root -> at(root, GET + "/parameters/0/schema").put("type", "string")),
                change(
                        "GET /things query parameter most has minimum 1 now, had none",
                        root -> at(root, GET + "/parameters/0/schema").put("minimum", 1)),
                change(
                        "GET /things query parameter most is 9 where it is left out, was 5",
                        root -> at(root, GET + "/parameters/0/schema").put("default", 9)),
                change(
                        "GET /things query parameter kind may not be b any more",
                        root -> ((ArrayNode) root.at(GET + "/parameters/1/schema/enum")).remove(1)),
                change(
                        "GET /things 200 has no header ETag any more",
                        root -> at(root, GET + "/responses/200/headers").remove("ETag")),
                change(
                        "GET /things 200 is no application/json any more",
                        root -> at(root, GET + "/responses/200").remove("content")),
                change(
                        "GET /things 200[].name is gone",
                        root -> at(root, THING + "/properties").remove("name")),
                change(
                        "GET /things 200[].name may be left out now",
                        root -> ((ArrayNode) root.at(THING + "/required")).remove(0)),
                change(
                        "GET /things 200[].name is of type integer now, was string",
                        root -> at(root, THING + "/properties/name").put("type", "integer")),
                change(
                        "GET /things 200[].state is any text now, was one of [done, open]",
                        root -> at(root, THING + "/properties/state").remove("enum")),
                change(
                        "GET /things 200[].name may be null now",
                        root -> at(root, THING + "/properties")
                                .putObject("name")
                                .putArray("anyOf")
                                .add(JSON.createObjectNode().put("type", "string"))
                                .add(JSON.createObjectNode().put("type", "null"))),
                change(
                        "POST /things needs a body now",
                        root -> at(root, "/paths/~1things/post/requestBody").put("required", true)),
                change(
                        "POST /things body.note is needed now",
                        root -> ((ArrayNode) root.at(BODY + "/required")).add("note")),
                change(
                        "POST /things body.name is gone",
                        root -> at(root, BODY + "/properties").remove("name")),
                change(
                        "POST /things body.note may not be null any more",
                        root -> at(root, BODY + "/properties").putObject("note").put("type", "string")),
                change(
                        "POST /things body.name is one of [x] now, was any",
                        root -> at(root, BODY + "/properties/name")
                                .putArray("enum")
                                .add("x")));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void aBreakIsFound(String expected, Consumer<ObjectNode> change) throws Exception {
        ObjectNode after = (ObjectNode) JSON.readTree(SMALL);
        change.accept(after);
        assertEquals(List.of(expected), OpenApiChanges.breaking(JSON.readTree(SMALL), after));
    }

    static Stream<Arguments> additive() {
        return Stream.of(
                change("a path", root -> at(root, "/paths").putObject("/more").putObject("get")),
                change("a method", root -> at(root, "/paths/~1open").putObject("post")),
                change(
                        "an optional parameter",
                        root -> ((ArrayNode) root.at(GET + "/parameters"))
                                .addObject()
                                .put("name", "whose")
                                .put("in", "query")
                                .put("required", false)),
                change(
                        "a word that may be asked",
                        root -> ((ArrayNode) root.at(GET + "/parameters/1/schema/enum")).add("c")),
                change(
                        "any word",
                        root -> at(root, GET + "/parameters/1/schema").remove("enum")),
                change(
                        "a word of an answer",
                        root -> ((ArrayNode) root.at(THING + "/properties/state/enum")).add("late")),
                change(
                        "a part of an answer",
                        root -> at(root, THING + "/properties")
                                .putObject("colour")
                                .put("type", "string")),
                change(
                        "a whole number",
                        root -> at(root, THING + "/properties/size").put("type", "integer")),
                change(
                        "never null",
                        root -> at(root, THING + "/properties")
                                .putObject("whose")
                                .put("$ref", "#/components/schemas/Thing")),
                change(
                        "an optional part of a body",
                        root -> at(root, BODY + "/properties")
                                .putObject("colour")
                                .put("type", "string")),
                change("what was needed may be left out", root -> at(root, BODY).remove("required")),
                change("open to all", root -> at(root, GET).putArray("security")),
                change("a failure", root -> at(root, GET + "/responses").putObject("418")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additive")
    void whatIsAddedBreaksNothing(String what, Consumer<ObjectNode> change) throws Exception {
        ObjectNode after = (ObjectNode) JSON.readTree(SMALL);
        change.accept(after);
        assertTrue(!after.equals(JSON.readTree(SMALL)), "something changed");
        assertEquals(List.of(), OpenApiChanges.breaking(JSON.readTree(SMALL), after), what);
    }
}
