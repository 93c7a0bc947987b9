package dev.vesper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a program of his own before the endpoint of a running Vesper, who knows its token or does not. */
public final class OverHttp {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9a-f]+)\"");
    private static final Pattern PORT = Pattern.compile("\"port\":([0-9]+)");

    private static final Pattern PASSWORD = Pattern.compile("\"password\":\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
    /** What whoever is let in chooses as their password. */
    public static final String OWN = "four blue horses";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String port;
    private final String token;

    private OverHttp(String port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What was answered. */
    public record Answer(int status, String body) {}

    /** One request. */
    @FunctionalInterface
    public interface Asking extends Callable<Answer> {}

    /** The endpoint of the Vesper that holds a state folder, with its token. */
    public static OverHttp of(Path state) throws IOException {
        String control = Files.readString(state.resolve("control.json"));
        return new OverHttp(found(PORT, control), found(TOKEN, control));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("Expected " + pattern + ", but got " + text);
        }
        return matcher.group(1);
    }

    /** The same endpoint for who does not know the token. */
    public OverHttp withoutToken() {
        return new OverHttp(port, "");
    }

    /** Of the endpoint. */
    public String port() {
        return port;
    }

    /** With the people of another one: of a Vesper that was started again. */
    public OverHttp with(OverHttp other) {
        tokens.putAll(other.tokens);
        return this;
    }

    public Answer get(String path) {
        return ask(request(path).GET().build());
    }

    /** Hears what changes from now on. */
    public ReadStream follow(String topics) throws IOException, InterruptedException {
        ReadStream stream = new ReadStream(
                URI.create("http://127.0.0.1:" + port + "/api/v1/events?topics=" + topics),
                "Authorization",
                "Bearer " + token);
        if (stream.next().isEmpty()) {
            throw new AssertionError("Expected a stream, but got " + stream.status());
        }
        return stream;
    }

    /** Asks until there is an answer with status 200. */
    public void await(String path) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (get(path).status() == 200) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Expected an answer within a minute, but got " + get(path));
    }

    /** Lets somebody in, who chooses a password and a token, as {@link #answer} asks from then on. */
    public String letIn(String name, String... roles) {
        String made = post(
                request("/api/v1/users").header("Vesper-As", "owner"),
                "{\"user\":\"" + name + "\",\"roles\":[\"" + String.join("\",\"", roles) + "\"]}");
        String proof = "{\"name\":\"" + name + "\",";
        post(
                request("/api/v1/entry/password"),
                proof + "\"old\":\"" + found(PASSWORD, made) + "\",\"next\":\"" + OWN + "\"}");
        String token = found(SECRET, post(request("/api/v1/entry/token"), proof + "\"password\":\"" + OWN + "\"}"));
        tokens.put(name, token);
        return token;
    }

    private String post(HttpRequest.Builder request, String body) {
        Answer answer =
                ask(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
        if (answer.status() != 200) {
            throw new AssertionError("Expected 200, but got " + answer);
        }
        return answer.body();
    }

    /** Says yes to a task as somebody, by their token if they have one; as nobody where the name is null. */
    public Answer answer(String run, String task, String person, String reason) {
        HttpRequest.Builder request = request("/api/v1/tasks/" + run + "/" + task + "/answer");
        String own = person == null ? null : tokens.get(person);
        if (own != null && !token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + own);
        } else if (person != null) {
            request.header(
                    "Vesper-Person",
                    URLEncoder.encode(person, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        StringBuilder quoted = new StringBuilder();
        for (char c : reason.toCharArray()) {
            quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return ask(request.POST(
                        HttpRequest.BodyPublishers.ofString("{\"answer\":\"approve\",\"reason\":\"" + quoted + "\"}"))
                .build());
    }

    /** The statuses of requests that are made in one moment, in order. */
    public static List<Integer> atOnce(List<Asking> requests) throws Exception {
        CountDownLatch ready = new CountDownLatch(requests.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (Asking request : requests) {
                asked.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.call().status();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : asked) {
                statuses.add(one.get());
            }
            return statuses.stream().sorted().toList();
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer ask(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
