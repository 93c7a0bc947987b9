package dev.vesper.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code text/event-stream} from a real server, an event at a time. */
public final class ReadStream implements AutoCloseable {
    /** One event: what it is called, the mark that came with it, and what it says. */
    public record Event(String mark, String name, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    /** Asks; what is answered is looked at by {@link #status}. */
    public ReadStream(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** All that is left, for an answer that is no stream. */
    public String body() throws IOException {
        return String.join("\n", lines.readAllLines());
    }

    /** The next one that is more than a sign of life; empty where the stream ended. */
    public Optional<Event> next() throws IOException {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                read.add(line);
                continue;
            }
            if (!read.equals(List.of(":"))) {
                return Optional.of(new Event(part(read, "id: "), part(read, "event: "), part(read, "data: ")));
            }
            read.clear();
        }
        return Optional.empty();
    }

    private static String part(List<String> read, String name) {
        return read.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
