package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.OpenApi;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.adapters.text.ServerSentEvents;
import dev.vesper.basics.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Hears what changes in a Vesper that runs elsewhere, stream after stream, each beginning where the one before it ended. */
public final class ChangesClient implements AutoCloseable {
    /** What is heard where more changed than is known any more. */
    public static final String EVERYTHING = "everything";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Streams one after the other that could not be had. */
    private static final int PATIENCE = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Endpoint endpoint;
    private final Callers.Credentials credentials;
    private final String holder;
    private String mark = "";

    /** Nothing is connected yet. */
    public ChangesClient(Endpoint endpoint, Callers.Credentials credentials, String holder) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.holder = holder;
    }

    /**
     * Hears until that is enough.
     *
     * @param topics with commas; everything where it is empty
     * @param began told when the first of them is open: what happens from then on is heard
     * @param hears what changed, for example {@code orders/2018-04-11-001}; false where that is enough
     * @throws Problem of kind INPUT for a topic that is none, REFUSED for who may not hear, UNAVAILABLE where it does not
     *     answer any more
     */
    public void follow(String topics, Runnable began, Predicate<String> hears) {
        int failures = 0;
        try {
            while (true) {
                try {
                    if (!stream(topics, began, hears)) {
                        return;
                    }
                    failures = 0;
                } catch (IOException broken) {
                    failures++;
                    if (failures >= PATIENCE) {
                        throw Problem.unavailable(
                                "Expected the running Vesper to answer (" + holder + "), but " + broken, broken);
                    }
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stream(String topics, Runnable began, Predicate<String> hears)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port()
                + OpenApi.EVENTS + (topics.isEmpty() ? "" : "?topics=" + PercentText.encoded(topics))));
        Callers.headers(credentials).forEach(request::header);
        if (!mark.isEmpty()) {
            request.header(ServerSentEvents.MARK, mark);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 ->
                    heard(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)), began, hears);
                case 400 -> throw Problem.usage(detail(body));
                case 403 -> throw Problem.forbidden(detail(body));
                case 401 -> throw Problem.refused(detail(body));
                default -> throw new IOException(detail(body));
            };
        }
    }

    private static String detail(InputStream body) throws IOException {
        return ApiJson.readObject(body.readAllBytes()).path("detail").asText();
    }

    /** True where the stream ended before that was enough. */
    private boolean heard(BufferedReader lines, Runnable began, Predicate<String> hears) throws IOException {
        boolean missed = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String said = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("id: ")) {
                if (mark.isEmpty()) {
                    began.run();
                }
                mark = said;
            } else if (line.startsWith("event: ")) {
                missed = said.equals("missed");
            } else if (line.startsWith("data: ") && !hears.test(missed ? EVERYTHING : said)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
