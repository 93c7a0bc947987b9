package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Person;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure is a problem of a type that leads to its paragraph, and the client makes the same problem of it. */
class ProblemsTest {
    private Supplier<RuntimeException> thrown = () -> Problem.refused("no");
    private final ApiServer server = ApiServer.start(
            0,
            _ -> {
                throw thrown.get();
            },
            MemoryRequests.kept(),
            new NoProbes());

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + server.endpoint().port() + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + server.endpoint().token().reveal())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private JsonNode problem(int status, String path) throws Exception {
        HttpResponse<byte[]> said = get(path);
        assertEquals(status, said.statusCode());
        assertEquals(
                "application/problem+json",
                said.headers().firstValue("Content-Type").orElseThrow());
        JsonNode problem = ApiJson.readObject(said.body());
        assertEquals(status, problem.path("status").intValue());
        assertTrue(problem.path("instance").textValue().startsWith("urn:uuid:"));
        return problem;
    }

    private RuntimeException asked() {
        try (HttpTransport http = new HttpTransport(server.endpoint(), new Person("alice"), "this test")) {
            return assertThrows(
                    RuntimeException.class,
                    () -> http.send(RunResources.SHOW, new RunResources.Which(new RunId("2018-04-11-001"))));
        }
    }

    private Problem told(Problem problem) {
        thrown = () -> problem;
        return (Problem) asked();
    }

    @Test
    void theClientMakesTheSameProblemOfIt() {
        for (Problem problem : new Problem[] {
            Problem.usage("Expected \"ü\",\nbut ..."),
            Problem.refused("Expected another person"),
            Problem.forbidden("Expected somebody who may"),
            Problem.unavailable("Expected the store")
        }) {
            Problem there = told(problem);
            assertEquals(problem.kind(), there.kind());
            assertEquals(problem.getMessage(), there.getMessage());
            assertEquals(problem.forbidden(), there.forbidden());
        }
    }

    @Test
    void whoMayNotIsToldFromWhatIsRefused() throws Exception {
        thrown = () -> Problem.forbidden("not you");
        assertEquals(
                "/api/v1/problems/forbidden",
                problem(403, "/api/v1/runs").path("type").textValue());
        thrown = () -> Problem.refused("not now");
        assertEquals(
                "/api/v1/problems/refused",
                problem(409, "/api/v1/runs").path("type").textValue());
        assertEquals("not now", problem(409, "/api/v1/runs").path("detail").textValue());
    }

    /** The reason stands in the log; what is told holds nothing of the program. */
    @Test
    void ourFaultTellsNothingOfTheProgram() throws Exception {
        thrown = () -> new IllegalStateException("jdbc:h2:/secret/folder password=x");
        JsonNode problem = problem(500, "/api/v1/runs");
        assertFalse(problem.toString().contains("secret"), problem::toString);
        assertFalse(problem.toString().contains("Exception"), problem::toString);
        assertTrue(problem.path("detail")
                .textValue()
                .contains(problem.path("instance").textValue()));
        assertTrue(asked() instanceof IllegalStateException);
    }

    @ParameterizedTest
    @EnumSource
    void aTypeLeadsToItsParagraphWithoutAToken(ProblemType type) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> paragraph = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + server.endpoint().port() + type.uri()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, paragraph.statusCode());
            assertTrue(paragraph.body().contains(type.meaning()), paragraph::body);
        }
    }

    @Test
    void everyFailureIsAnotherInstance() throws Exception {
        assertNotEquals(
                problem(404, "/nothing").path("instance"),
                problem(404, "/nothing").path("instance"));
        assertEquals(
                "/api/v1/problems/not-found",
                problem(404, "/api/v1/problems/nothing").path("type").textValue());
    }
}
