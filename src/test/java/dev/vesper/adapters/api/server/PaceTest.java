package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request a second, five at once. */
class PaceTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void serve() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Pace(1, 5).before(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Reply.json(200, Map.of()).send(request, response, callback);
                return true;
            }
        }));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.stop();
    }

    private HttpResponse<String> ask(String header, String who) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/"))
                        .header(header, who)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> untilRefused(String header, String who) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            HttpResponse<String> said = ask(header, who);
            if (said.statusCode() != 200) {
                assertTrue(i >= 5, "five at once are taken, but got " + i);
                return said;
            }
        }
        throw new AssertionError("Expected a refusal, but 1000 requests were taken");
    }

    @Test
    void whoAsksTooFastIsToldWhenToTryAgain() throws Exception {
        HttpResponse<String> refused = untilRefused("Authorization", "Bearer one");
        assertEquals(429, refused.statusCode());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
        assertTrue(refused.body().contains("at most 1 requests a second"), refused.body());
    }

    @Test
    void nobodyElseWaitsForThem() throws Exception {
        untilRefused("Authorization", "Bearer one");
        assertEquals(200, ask("Authorization", "Bearer two").statusCode());
        untilRefused("Cookie", "vesper-session-1=x");
        assertEquals(200, ask("Cookie", "vesper-session-1=y").statusCode());
    }
}
