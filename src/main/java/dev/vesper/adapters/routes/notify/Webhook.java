package dev.vesper.adapters.routes.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.notify.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests to another program, each signed: HMAC-SHA256 over the time stamp, a full stop and the body. Whoever holds the secret
 * can tell that a request is ours and how old it is.
 */
final class Webhook implements AutoCloseable {
    static final String SIGNATURE = "Vesper-Signature";
    static final String NOTICE = "Vesper-Notice";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HMAC = "HmacSHA256";
    private static final int GOOD = 2;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Secret secret;
    private final InstantSource clock;

    Webhook(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    void send(Delivery delivery, String url) {
        if (secret.reveal().isEmpty()) {
            throw Problem.unavailable(
                    "Expected VESPER_WEBHOOK_SECRET, with which requests are signed, but it is not set");
        }
        String body = body(delivery);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, signature(secret, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String host = request.uri().getHost(); // the path may be a secret of the other program
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != GOOD) {
                throw Problem.unavailable("Expected " + host + " to take a notification, but it answered " + status);
            }
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected " + host + " to take a notification, but "
                            + e.getClass().getSimpleName(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while telling " + host, e);
        }
    }

    private String body(Delivery delivery) {
        try {
            return json.writeValueAsString(json.createObjectNode()
                    .put("id", delivery.id())
                    .put("kind", delivery.notice().kind().word())
                    .put("at", delivery.notice().at().toString())
                    .put("subject", delivery.notice().subject())
                    .put("text", delivery.notice().text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code t=1795822000,v1=} and 64 hexadecimal digits. */
    static String signature(Secret secret, Instant at, String body) {
        long seconds = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
