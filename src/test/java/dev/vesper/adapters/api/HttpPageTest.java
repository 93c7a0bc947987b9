package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vesper.approvals.Answer;
import dev.vesper.testing.HowToPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page and the OpenAPI description name what there is, and the page's body is read. */
class HttpPageTest {
    private static final HowToPage PAGE = HowToPage.of("http.md");
    private static final JsonNode OPEN_API = OpenApi.of(Resources.ALL);

    @Test
    void everyResourceIsInTheTable() {
        for (Resource<?, ?> resource : Resources.ALL) {
            assertTrue(PAGE.text().contains("| `" + resource.word() + "` |"), resource::word);
        }
    }

    @Test
    void everyTypeOfProblemIsInTheTable() {
        for (ProblemType type : ProblemType.values()) {
            String row =
                    "| `" + type.uri() + "` | " + type.status() + " | " + type.title() + ". " + type.meaning() + " |";
            assertTrue(PAGE.text().contains(row), () -> "http.md lacks\n" + row);
        }
    }

    @Test
    void theBodyOfThePageIsAnAnswer() {
        var said = ApiJson.readObject(PAGE.block("json").getBytes(StandardCharsets.UTF_8))
                .put("subject", "2018-04-11-001")
                .put("task", "approve-trades");
        TaskResources.AnswerTo answer = ApiJson.read(said, TaskResources.AnswerTo.class);
        assertEquals(Answer.REJECT, answer.answer());
        assertEquals("too much turnover", answer.reason());
    }

    @Test
    void openApiDescribesHeadersBodiesAndFailures() {
        JsonNode answer = OPEN_API.path("paths")
                .path("/api/v1/tasks/{subject}/{task}/answer")
                .path("post");
        JsonNode header = answer.path("parameters").get(2);
        assertEquals("Vesper-Person", header.path("name").asText());
        assertFalse(header.path("required").asBoolean(), "a personal token needs none");
        assertTrue(PAGE.text().contains("`" + Callers.AS + "`"));
        assertTrue(PAGE.text().contains("`" + Callers.HEADER + "`"));
        JsonNode body = answer.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        assertEquals(
                "[\"approve\",\"reject\"]",
                body.path("properties").path("answer").path("enum").toString());
        assertEquals("[\"answer\"]", body.path("required").toString());
        for (String status : List.of("400", "401", "403", "409", "412", "413", "421", "429", "500", "503")) {
            assertTrue(answer.path("responses").has(status), status);
            assertTrue(PAGE.text().contains(status), status);
        }
        assertEquals(
                0,
                OPEN_API.path("paths")
                        .path("/health")
                        .path("get")
                        .path("security")
                        .size());
        assertTrue(OPEN_API.path("paths").has("/metrics"));
    }
}
