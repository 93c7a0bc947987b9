package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.ProblemDetails;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.desk.idempotency.FirstAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What goes back: status, type, body. */
record Reply(int status, String type, String body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    static Reply json(int status, Object value) {
        return new Reply(status, JSON, ApiJson.write(value), Map.of());
    }

    static Reply problem(ProblemType type, String detail) {
        return problem(type, detail, instance());
    }

    static Reply problem(ProblemType type, String detail, String instance) {
        return problem(new ProblemDetails(type.uri(), type.title(), type.status(), detail, instance));
    }

    /** For a status that the server came to by itself. */
    static Reply problem(int status, String detail) {
        return ProblemType.of(status)
                .map(type -> problem(type, detail))
                .orElseGet(() -> problem(new ProblemDetails(
                        "about:blank", String.valueOf(HttpStatus.getMessage(status)), status, detail, instance())));
    }

    private static Reply problem(ProblemDetails details) {
        return new Reply(details.status(), ProblemType.JSON, ApiJson.write(details), Map.of());
    }

    /** Names one failure. */
    static String instance() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    static Reply text(String type, String body) {
        return new Reply(200, type, body, Map.of());
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    /** What was answered before. */
    static Reply again(FirstAnswer before) {
        return new Reply(before.status(), before.type(), before.body(), Map.of());
    }

    /** With one link more. */
    Reply link(String link) {
        String before = headers.get("Link");
        return with("Link", before == null ? link : before + ", " + link);
    }

    /** What a caller is told who has this answer already. */
    Reply notModified() {
        return new Reply(304, type, "", headers);
    }

    void send(Request request, Response response, Callback callback) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        var out = response.getHeaders();
        if (status != HttpStatus.NOT_MODIFIED_304) {
            out.put("Content-Type", type);
            out.put("Content-Length", bytes.length);
        }
        out.put("X-Content-Type-Options", "nosniff");
        out.put("Cache-Control", "no-store");
        headers.forEach(out::put);
        boolean bare = request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(bare ? new byte[0] : bytes), callback);
    }
}
