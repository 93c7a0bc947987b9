package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.PagePath;
import dev.vesper.basics.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What goes back to a browser: status, headers, body. */
final class Reply {
    /** In bytes: below it packing saves nothing. */
    private static final int WORTH_IT = 1_000;

    private static final String TYPE = "Content-Type";
    private static final String TAG = "ETag";

    private static final String TO = "Location";

    /** As htmx, which asks for parts of a page, has it. */
    private static final String LEADS_PAGE = "HX-Redirect";

    private static final String POLICY = "Content-Security-Policy";

    /** Whatever a page was made to contain, a browser loads nothing but our style sheet and icon, and runs nothing. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Nothing but our own files runs, and it asks nobody but us. */
    private static final String SCRIPTED_POLICY = PAGE_POLICY + "; script-src 'self'; connect-src 'self'";

    /** On every answer. */
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            POLICY,
            PAGE_POLICY);

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable Pieces pieces;

    /** A body that is written while it is made. */
    interface Pieces {
        void write(Writer out) throws IOException;
    }

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, null);
    }

    private Reply(int status, Map<String, String> headers, byte[] body, @Nullable Pieces pieces) {
        this.pieces = pieces;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Reply page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, Map.of(TYPE, type), body);
    }

    /** What is too long to be held. Where it breaks off, the connection does: no browser takes part of it for all. */
    static Reply streamed(String type, Pieces pieces) {
        return new Reply(200, Map.of(TYPE, type), new byte[0], pieces);
    }

    static Reply goTo(String path) {
        return new Reply(303, Map.of(TO, path), new byte[0]);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, pieces);
    }

    /** A page that holds another page of ours. */
    Reply framing() {
        return with(POLICY, headers.getOrDefault(POLICY, PAGE_POLICY) + "; frame-src 'self'");
    }

    /** A page whose own scripts run. */
    Reply scripted() {
        return with(POLICY, SCRIPTED_POLICY);
    }

    /** A page whose signs are of a font of ours. */
    Reply lettered() {
        return with(POLICY, headers.getOrDefault(POLICY, PAGE_POLICY) + "; font-src 'self'");
    }

    /** With a tag that is another one where the body is. */
    Reply tagged() {
        return tagged(tag(body)).with("Cache-Control", "no-cache");
    }

    /** With the tag of what it says. */
    Reply tagged(String tag) {
        return with(TAG, tag);
    }

    /** Another one where the bytes are. */
    static String tag(byte[] bytes) {
        return "\"" + Sha256.shortOf(bytes) + "\"";
    }

    /** What was seen under this tag is what there is. */
    static Reply unchanged(String tag) {
        return new Reply(304, Map.of(TAG, tag), new byte[0]);
    }

    /**
     * The same, or that it has not changed.
     *
     * @param seen the tag that whoever asks has seen; null where there is none
     */
    Reply unless(@Nullable String seen) {
        String tag = headers.get(TAG);
        return status == HttpServletResponse.SC_OK && tag != null && tag.equals(seen)
                ? unchanged(tag).with("Cache-Control", "no-cache")
                : this;
    }

    /** The same, made small where whoever asks can unpack it. */
    Reply packed(@Nullable String accepted) {
        boolean unpacks = accepted != null
                && Arrays.stream(accepted.split(","))
                        .anyMatch(one -> one.strip().equals("gzip"));
        Reply varied = with("Vary", "Accept-Encoding");
        return unpacks && body.length > WORTH_IT
                ? new Reply(status, varied.with("Content-Encoding", "gzip").headers, gzip(body))
                : varied;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** For a part of a page: where that would be led elsewhere, or is in no more, its page is led there. */
    private Reply forPart() {
        return switch (status) {
            case HttpServletResponse.SC_SEE_OTHER -> {
                Map<String, String> led = new LinkedHashMap<>(headers);
                led.put(LEADS_PAGE, headers.getOrDefault(TO, PagePath.ROOT));
                led.remove(TO);
                yield new Reply(HttpServletResponse.SC_OK, led, body);
            }
            case HttpServletResponse.SC_UNAUTHORIZED -> with(LEADS_PAGE, PagePath.ROOT);
            default -> this;
        };
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            sendAs(request, response);
        } else {
            forPart().sendAs(request, response);
        }
    }

    private void sendAs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        ALWAYS.forEach(response::setHeader);
        headers.forEach(response::setHeader);
        Pieces streamed = pieces;
        if (streamed != null) {
            if (!request.getMethod().equals("HEAD")) {
                Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                try {
                    streamed.write(out);
                } catch (RuntimeException brokenOff) {
                    throw new IOException("the answer broke off", brokenOff); // and the connection with it
                }
                out.flush();
            }
            return;
        }
        if (status != HttpServletResponse.SC_NOT_MODIFIED) {
            response.setContentLength(body.length);
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
