package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two changes at a time, and a line of one. */
@Timeout(60)
class TurnsTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);
    private final AtomicInteger done = new AtomicInteger();

    private Turns serve(Duration patience) throws Exception {
        server.addConnector(connector);
        Turns turns = new Turns(new Turns.Limits(2, 1, patience), new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (request.getMethod().equals("POST")) {
                    begun.release();
                    go.acquire();
                    done.incrementAndGet();
                }
                Reply.json(200, Map.of()).send(request, response, callback);
                return true;
            }
        });
        server.setHandler(turns);
        server.start();
        return turns;
    }

    @AfterEach
    void stop() throws Exception {
        go.release(100);
        client.close();
        server.stop();
    }

    private CompletableFuture<HttpResponse<String>> ask(String method) {
        return ask(method, "/");
    }

    private CompletableFuture<HttpResponse<String>> ask(String method, String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoFindsTheLineFullIsToldToComeAgainAndNothingIsDone() throws Exception {
        Turns turns = serve(Duration.ofHours(1));
        var first = ask("POST");
        var second = ask("POST");
        begun.acquire(2);
        var third = ask("POST");
        while (turns.waiting() < 1) {
            Thread.onSpinWait();
        }
        HttpResponse<String> told = ask("POST").get();
        assertEquals(503, told.statusCode());
        assertEquals("3600", told.headers().firstValue("Retry-After").orElse(""));
        assertTrue(told.body().contains("nothing was done"), told::body);
        assertEquals(200, ask("GET").get().statusCode(), "who looks is let on");
        var stops = List.of(ask("POST", "/api/v1/kill-switches/on"), ask("POST", "/console/kill-switch/on"));
        begun.acquire(2); // beside the two whose turn it is
        go.release(5);
        for (var one : stops) {
            assertEquals(200, one.get().statusCode(), "who stops trading is let on");
        }
        for (var one : List.of(first, second, third)) {
            assertEquals(200, one.get().statusCode());
        }
        assertEquals(5, done.get());
        go.release();
        assertEquals(200, ask("POST").get().statusCode(), "the line is empty again");
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws Exception {
        serve(Duration.ofMillis(1));
        var first = ask("POST");
        var second = ask("POST");
        begun.acquire(2);
        HttpResponse<String> told = ask("POST").get();
        assertEquals(503, told.statusCode());
        assertEquals("1", told.headers().firstValue("Retry-After").orElse(""));
        go.release(2);
        assertEquals(200, first.get().statusCode());
        assertEquals(200, second.get().statusCode());
        assertEquals(2, done.get());
    }
}
