package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ApiJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

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
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    void send(Request request, Response response, Callback callback) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        var out = response.getHeaders();
        out.put("Content-Type", type);
        out.put("X-Content-Type-Options", "nosniff");
        out.put("Cache-Control", "no-store");
        out.put("Content-Length", bytes.length);
        headers.forEach(out::put);
        boolean bare = request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(bare ? new byte[0] : bytes), callback);
    }
}
