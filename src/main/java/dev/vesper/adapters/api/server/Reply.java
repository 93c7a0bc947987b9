package dev.vesper.adapters.api.server;

import com.sun.net.httpserver.HttpExchange;
import dev.vesper.adapters.api.ApiJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back: status, type, body. */
record Reply(int status, String type, String body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    static Reply json(int status, Object value) {
        return new Reply(status, JSON, ApiJson.write(value), Map.of());
    }

    static Reply message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    static Reply text(String type, String body) {
        return new Reply(200, type, body, Map.of());
    }

    Reply with(String header, String value) {
        return new Reply(status, type, body, Map.of(header, value));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var out = exchange.getResponseHeaders();
        out.set("Content-Type", type);
        out.set("X-Content-Type-Options", "nosniff");
        out.set("Cache-Control", "no-store");
        headers.forEach(out::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            out.set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
