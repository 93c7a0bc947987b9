package dev.vesper.adapters.processes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.client.CredentialsProvider;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;

/** Brings a token along with every command: asked for once, kept in memory only, and asked for again when it is refused. */
final class ClientCredentials implements CredentialsProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A token is renewed this long before it ends, so that none ends on its way. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Cluster.Login login;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final ReentrantLock lock = new ReentrantLock();
    private String token = "";
    private long until;

    ClientCredentials(Cluster.Login login) {
        this.login = login;
    }

    @Override
    public void applyCredentials(CredentialsApplier applier) throws IOException {
        lock.lock();
        try {
            if (token.isEmpty() || System.nanoTime() - until > 0) {
                ask();
            }
            applier.put("Authorization", "Bearer " + token);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean shouldRetryRequest(StatusCode status) {
        if (!status.isUnauthorized()) {
            return false;
        }
        lock.lock();
        try {
            boolean hadOne = !token.isEmpty();
            token = "";
            return hadOne;
        } finally {
            lock.unlock();
        }
    }

    private void ask() throws IOException {
        var client = Base64.getEncoder()
                .encodeToString(
                        (encoded(login.client()) + ":" + encoded(login.secret().reveal()))
                                .getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=client_credentials"
                + login.audience().map(name -> "&audience=" + encoded(name)).orElse("");
        var request = HttpRequest.newBuilder(login.tokens())
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Expected a token of " + login.tokens() + ", but it answered "
                        + answer.statusCode() + "; maybe the client or its secret is wrong");
            }
            var said = json.readTree(answer.body());
            token = said.path("access_token").asText("");
            until = System.nanoTime()
                    + Duration.ofSeconds(said.path("expires_in").asLong(300))
                            .minus(EARLY)
                            .toNanos();
        } catch (JacksonException e) {
            throw new IOException("Expected a token of " + login.tokens() + ", but its answer is no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Expected a token of " + login.tokens() + ", but was interrupted", e);
        }
        if (token.isEmpty()) {
            throw new IOException("Expected a token of " + login.tokens() + ", but its answer has no access_token");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
