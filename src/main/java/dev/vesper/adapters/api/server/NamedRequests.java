package dev.vesper.adapters.api.server;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Names each request, so that whoever asked finds it in our log: by the {@code X-Request-Id} that came with it, or a new one,
 * which goes back with the answer; and by the trace that {@code traceparent} says it is part of (W3C Trace Context).
 */
final class NamedRequests extends Handler.Wrapper {
    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger(NamedRequests.class);

    /** What others may write into our log: enough for every form of an id, and nothing that could be more than one. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    NamedRequests(Handler answers) {
        super(answers);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = only(request, HEADER)
                .filter(given -> ID.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        response.getHeaders().put(HEADER, id);
        MDC.put("request", id);
        only(request, "traceparent")
                .map(PARENT::matcher)
                .filter(Matcher::matches)
                .ifPresent(parent -> {
                    MDC.put("trace_id", parent.group(1));
                    MDC.put("span_id", parent.group(2));
                });
        try {
            boolean handled = super.handle(request, response, callback);
            LOG.debug(
                    "{} {} is answered with {}",
                    request.getMethod(),
                    request.getHttpURI().getPath(),
                    response.getStatus());
            return handled;
        } finally {
            MDC.remove("request");
            MDC.remove("trace_id");
            MDC.remove("span_id");
        }
    }

    /** A header that is said once; one that is said twice names nothing. */
    private static Optional<String> only(Request request, String name) {
        var said = request.getHeaders().getValuesList(name);
        return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
    }
}
