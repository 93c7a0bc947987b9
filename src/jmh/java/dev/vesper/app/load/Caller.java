package dev.vesper.app.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Somebody with a token and a program of their own. */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final String address;
    private final String token;

    /** @param token of the state folder, or of a user */
    Caller(ServedState up, String token) {
        this.address = "http://127.0.0.1:" + up.port();
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** @param key makes doing it twice doing it once */
    HttpResponse<String> post(String path, String body, String key) {
        HttpRequest.Builder request = to(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", "\"" + key + "\""));
    }

    HttpResponse<String> asOwner(String path, String body) {
        return send(to(path).header("Vesper-As", "owner").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected an answer, but was interrupted", e);
        }
    }
}
