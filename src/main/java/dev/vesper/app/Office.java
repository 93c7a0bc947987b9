package dev.vesper.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.adapters.store.Database;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.ApprovalDesk;
import dev.vesper.desk.Questions;
import dev.vesper.desk.UserTask;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for a person at another desk: asked of the running house over loopback where there is one, read from the store
 * where there is none.
 */
public final class Office {
    private static final int SHOWN = 200;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private final Settings settings;

    public Office(Settings settings) {
        this.settings = settings;
    }

    public List<UserTask> tasks() {
        if (HouseLock.holder(settings.state()) != null) {
            List<UserTask> tasks = new ArrayList<>();
            call("GET", null).forEach(node -> tasks.add(task(node)));
            return tasks;
        }
        try (HouseLock _ = HouseLock.take(settings.state(), "tasks");
                Database database = Database.open(Databases.settings(settings))) {
            return House.Store.of(database).tasks().recent(SHOWN);
        }
    }

    public UserTask decide(String id, String decision, String by, String reason) {
        if (HouseLock.holder(settings.state()) != null) {
            return task(call("POST", Map.of("id", id, "decision", decision, "by", by, "reason", reason)));
        }
        try (HouseLock _ = HouseLock.take(settings.state(), "tasks " + decision);
                Database database = Database.open(Databases.settings(settings))) {
            var store = House.Store.of(database);
            return new ApprovalDesk(
                            store.runs(),
                            store.tasks(),
                            store.audit(),
                            new Questions(store.runs()),
                            InstantSource.system())
                    .decide(id, decision, by, reason);
        }
    }

    private JsonNode call(String method, @Nullable Map<String, String> body) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            Path file = settings.folder(Control.FILE);
            if (!Files.exists(file)) {
                throw Problem.unavailable("Expected the running house to answer, but it is still starting ("
                        + HouseLock.holder(settings.state()) + "); try again in a moment");
            }
            JsonNode door = JSON.readTree(Files.readString(file));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + door.path("port").asInt() + "/tasks"))
                    .header("Authorization", "Bearer " + door.path("token").asText())
                    .timeout(Duration.ofSeconds(30))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            String message = answer.path("message").asText();
            return switch (response.statusCode()) {
                case 200 -> answer;
                case 400 -> throw Problem.usage(message);
                case 409 -> throw Problem.refused(message);
                default -> throw Problem.unavailable(message);
            };
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected the running house to answer (" + HouseLock.holder(settings.state()) + "), but " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while asking the running house", e);
        }
    }

    private static UserTask task(JsonNode node) {
        return new UserTask(
                node.path("id").asText(),
                new RunId(node.path("run").path("value").asText()),
                node.path("kind").asText(),
                node.path("question").asText(),
                node.path("detail").asText(),
                Instant.parse(node.path("raisedAt").asText()),
                text(node, "decision"),
                text(node, "decidedBy"),
                node.path("decidedAt").isTextual()
                        ? Instant.parse(node.path("decidedAt").asText())
                        : null,
                node.path("reason").asText());
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }
}
