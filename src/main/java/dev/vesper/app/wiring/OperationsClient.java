package dev.vesper.app.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.console.ControlJson;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from another command to the running Vesper: over loopback, with the token of the state folder. */
final class OperationsClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final String holder;

    private OperationsClient(Settings settings, String holder) {
        this.settings = settings;
        this.holder = holder;
    }

    /** The way to the Vesper that holds the state folder, or empty where none does. */
    static Optional<OperationsClient> of(Settings settings) {
        return Optional.ofNullable(StateLock.holder(settings.state()))
                .map(holder -> new OperationsClient(settings, holder));
    }

    /** Asks. */
    <T> T get(String path, TypeReference<T> type) {
        return ControlJson.read(call("GET", path, null), type);
    }

    /** Tells, and answers what came of it. */
    <T> T post(String path, Object body, TypeReference<T> type) {
        return ControlJson.read(call("POST", path, ControlJson.write(body)), type);
    }

    private String call(String method, String path, @Nullable String body) {
        Path file = settings.folder(OperationsEndpoint.FILE);
        if (!Files.exists(file)) {
            throw Problem.unavailable("Expected the running Vesper to answer, but it is still starting (" + holder
                    + "); try again in a moment");
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            JsonNode door = JSON.readTree(Files.readString(file));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + door.path("port").asInt() + path))
                    .header("Authorization", "Bearer " + door.path("token").asText())
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return response.body();
            }
            String message = JSON.readTree(response.body()).path("message").asText();
            throw switch (response.statusCode()) {
                case 400 -> Problem.usage(message);
                case 409 -> Problem.refused(message);
                default -> Problem.unavailable(message);
            };
        } catch (IOException e) {
            throw Problem.unavailable("Expected the running Vesper to answer (" + holder + "), but " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while asking the running Vesper", e);
        }
    }
}
