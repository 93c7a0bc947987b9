package dev.vesper.adapters.api.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.IdempotencyKey;
import dev.vesper.adapters.api.PageLink;
import dev.vesper.adapters.api.Paged;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Verb;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Caller;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Over loopback, with the token, for one caller. */
public final class HttpTransport implements Transport, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int REPEATS = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Endpoint endpoint;
    private final Callers.Credentials credentials;
    private final String holder;

    /**
     * Nothing is connected yet.
     *
     * @param holder who answers there, as said to people where it does not
     */
    public HttpTransport(Endpoint endpoint, Caller caller, String holder) {
        this(endpoint, new Callers.Credentials.Folder(endpoint.token(), caller), holder);
    }

    /** The same, for whoever these credentials stand for. */
    public HttpTransport(Endpoint endpoint, Callers.Credentials credentials, String holder) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.holder = holder;
    }

    /** Of a list that the server divides, all pages. */
    @Override
    public <Q extends Record, A> A send(Resource<Q, A> resource, Q asks) {
        ObjectNode parts = ApiJson.parts(asks);
        String path = resource.path().fill(name -> parts.path(name).asText());
        parts.remove(resource.path().variables());
        try {
            if (resource.verb() == Verb.POST) {
                return ApiJson.readAnswer(
                        answered(request(path)
                                        .header("Content-Type", "application/json")
                                        .header(
                                                IdempotencyKey.HEADER,
                                                IdempotencyKey.written(
                                                        UUID.randomUUID().toString()))
                                        .POST(HttpRequest.BodyPublishers.ofString(ApiJson.write(parts))))
                                .body(),
                        resource.answers());
            }
            HttpResponse<byte[]> page = answered(request(path + query(parts)));
            A first = ApiJson.readAnswer(page.body(), resource.answers());
            return resource.paged() == Paged.BY_SERVER ? resource.answers().joined(rest(resource, page, first)) : first;
        } catch (IOException e) {
            throw Problem.unavailable("Expected the running Vesper to answer (" + holder + "), but " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while asking the running Vesper", e);
        }
    }

    /** The lines of a page and of all that come after it. */
    private <A> List<Object> rest(Resource<?, A> resource, HttpResponse<byte[]> page, A first)
            throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>((List<?>) first);
        Optional<String> next = next(page);
        while (next.isPresent()) {
            HttpResponse<byte[]> another = answered(request(next.get()));
            List<?> lines = (List<?>) ApiJson.readAnswer(another.body(), resource.answers());
            if (lines.isEmpty()) {
                return all;
            }
            all.addAll(lines);
            next = next(another);
        }
        return all;
    }

    private static Optional<String> next(HttpResponse<?> page) {
        return page.headers().firstValue("Link").flatMap(PageLink::read).filter(target -> target.startsWith("/api/"));
    }

    private HttpRequest.Builder request(String target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + target))
                .timeout(ANSWER);
        Callers.headers(credentials).forEach(request::header);
        return request;
    }

    /** An answer, or the problem that it tells. */
    private HttpResponse<byte[]> answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = sent(request.build());
        return switch (response.statusCode()) {
            case 200 -> response;
            case 400 -> throw Problem.usage(message(response));
            case 403 -> throw Problem.forbidden(message(response));
            case 404 -> throw Problem.unknown(message(response));
            case 401, 409, 412, 422, 429 -> throw Problem.refused(message(response));
            case 500 -> throw new IllegalStateException(message(response));
            default -> throw Problem.unavailable(message(response));
        };
    }

    /**
     * Sends a request, and again where its connection breaks or it is still being done: it has a key, or only looks, so it is
     * done once.
     */
    private HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        boolean repeated = false;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (!repeated || attempt >= REPEATS || !type(response).equals(ProblemType.STILL_RUNNING.uri())) {
                    return response;
                }
            } catch (ConnectException | HttpTimeoutException nobodyAnswers) {
                throw nobodyAnswers;
            } catch (IOException broken) {
                if (attempt >= REPEATS) {
                    throw broken;
                }
                repeated = true;
            }
            Thread.sleep(PAUSE);
        }
    }

    private static String query(ObjectNode parts) {
        List<String> said = new ArrayList<>();
        for (var part : parts.properties()) {
            if (part.getValue().isNull()) {
                continue;
            }
            said.add(part.getKey() + "=" + PercentText.encoded(part.getValue().asText()));
        }
        return said.isEmpty() ? "" : "?" + String.join("&", said);
    }

    private static JsonNode problem(HttpResponse<byte[]> response) {
        boolean said = response.headers()
                .firstValue("Content-Type")
                .filter(ProblemType.JSON::equals)
                .isPresent();
        return said ? ApiJson.readObject(response.body()) : MissingNode.getInstance();
    }

    private static String type(HttpResponse<byte[]> response) {
        return problem(response).path("type").asText();
    }

    /** What went wrong, as it is said there; of what is not said by Vesper the status alone. */
    private static String message(HttpResponse<byte[]> response) {
        JsonNode detail = problem(response).path("detail");
        return detail.isTextual() ? detail.textValue() : "status " + response.statusCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
