package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.OpenApi;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.adapters.text.ServerSentEvents;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.changes.Followers;
import dev.vesper.desk.changes.Followers.Entered;
import dev.vesper.desk.changes.Wanted;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.OperationsFor;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a program what changes while it happens. It is written on the virtual thread of its request, which waits most of the
 * time; a reader who does not read keeps that thread and one line.
 */
final class ChangeStream {
    static final String PATH = OpenApi.EVENTS;

    private static final String TOPICS = "topics";
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String AGAIN_SECONDS = "5";
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);

    private final OperationsFor operations;
    private final Function<Request, Callers.Found> callers;
    private final Probes probes;

    /** @param callers says who asks, as they are now */
    ChangeStream(OperationsFor operations, Function<Request, Callers.Found> callers, Probes probes) {
        this.operations = operations;
        this.callers = callers;
        this.probes = probes;
    }

    /** Somebody who is let in. */
    private record Open(Followers.Place place, Wanted wanted) {}

    boolean handle(Request request, Response response, Callback callback) throws IOException {
        long began = System.nanoTime();
        AtomicReference<@Nullable Open> opened = new AtomicReference<>();
        Reply reply = Failures.told(request, () -> enter(request, opened));
        probes.answered(new Answered(
                READS.contains(request.getMethod()) ? request.getMethod() : Answered.OTHER,
                PATH,
                reply.status(),
                Duration.ofNanos(System.nanoTime() - began)));
        Open open = opened.get();
        if (open == null) {
            reply.send(request, response, callback);
            return true;
        }
        try (Followers.Place place = open.place()) {
            stream(place, open.wanted(), request, response);
            callback.succeeded();
        } catch (IOException | RuntimeException over) { // the reader is gone, or whether they still may is not known
            LOG.debug("a stream of changes broke off", over);
            callback.failed(over);
        }
        return true;
    }

    private Reply enter(Request request, AtomicReference<@Nullable Open> opened) {
        if (!READS.contains(request.getMethod())) {
            return Reply.problem(ProblemType.METHOD_NOT_ALLOWED, "Expected GET").with("Allow", "GET");
        }
        Caller caller;
        switch (found(request)) {
            case Callers.Found.By(Caller by) -> caller = by;
            case Callers.Found.TurnedAway(int status, String message) -> {
                return Reply.problem(status, message).with("WWW-Authenticate", "Bearer");
            }
        }
        if (!caller.may(Permission.SEE)) {
            throw Problem.forbidden("Expected somebody who may " + Permission.SEE.words()
                    + " to hear what changes, but " + caller.person().orElse("whoever asks") + " may not");
        }
        Wanted wanted = wanted(PercentText.query(request.getHttpURI().getQuery()));
        Followers followers = operations
                .changes()
                .orElseThrow(
                        () -> Problem.unavailable("Expected a Vesper that tells what changes, but this one does not"));
        Reply ok = Reply.text(ServerSentEvents.TYPE, "");
        if (request.getMethod().equals("HEAD")) {
            return ok;
        }
        return switch (followers.enter(caller.person().orElse(""))) {
            case Entered.Full(boolean own, String why) ->
                Reply.problem(own ? ProblemType.TOO_MANY_STREAMS : ProblemType.UNAVAILABLE, why)
                        .with("Retry-After", AGAIN_SECONDS);
            case Entered.In(Followers.Place place) -> {
                opened.set(new Open(place, wanted));
                yield ok;
            }
        };
    }

    private static Wanted wanted(Map<String, String> query) {
        if (!Set.of(TOPICS).containsAll(query.keySet())) {
            throw Problem.usage("Expected " + TOPICS + " after the question mark and nothing else, but got "
                    + String.join(", ", query.keySet()));
        }
        return Wanted.of(query.getOrDefault(TOPICS, ""));
    }

    private Callers.Found found(Request request) {
        return Origin.rest(Request.getRemoteAddr(request), "").during(() -> callers.apply(request));
    }

    private Optional<Predicate<Permission>> still(Request request) {
        return found(request) instanceof Callers.Found.By(Caller caller) && caller.may(Permission.SEE)
                ? Optional.of(caller::may)
                : Optional.empty();
    }

    private void stream(Followers.Place place, Wanted wanted, Request request, Response response) throws IOException {
        response.setStatus(HttpStatus.OK_200);
        var headers = response.getHeaders();
        headers.put("Content-Type", ServerSentEvents.TYPE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        String mark = Objects.requireNonNullElse(request.getHeaders().get(ServerSentEvents.MARK), "");
        try (Writer out = new OutputStreamWriter(Content.Sink.asOutputStream(response), StandardCharsets.UTF_8)) {
            place.follow(mark, wanted, () -> still(request), new ServerSentEvents(out));
        }
    }
}
