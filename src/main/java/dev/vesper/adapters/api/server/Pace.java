package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import dev.vesper.basics.Sha256;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;

/**
 * How fast one caller may ask: another machine by its address, on this machine whoever holds the same token or cookie.
 *
 * @param perSecond requests in the long run
 * @param burst requests at once
 */
record Pace(int perSecond, int burst) {
    /** Far above what people, pages and jobs ask; below what would keep others waiting. */
    static final Pace USUAL = new Pace(300, 600);

    private static final int MOST_CALLERS = 10_000;

    Handler before(Handler answers) {
        return new DoSHandler(
                answers,
                Pace::caller,
                new LeakingBucketTrackerFactory(perSecond, burst + 1, Duration.ofSeconds(5)), // a full one refuses
                (request, response, callback) -> {
                    Reply.problem(
                                    ProblemType.TOO_FAST,
                                    "Expected at most " + perSecond
                                            + " requests a second, but there are more; try again" + " in a second")
                            .with("Retry-After", "1")
                            .send(request, response, callback);
                    return true;
                },
                MOST_CALLERS,
                /* rejectUntracked= */ false);
    }

    private static String caller(Request request) {
        String from = Request.getRemoteAddr(request);
        if (!InetAddress.ofLiteral(from).isLoopbackAddress()) {
            return from;
        }
        var headers = request.getHeaders();
        return Sha256.of(Objects.requireNonNullElse(headers.get("Authorization"), "") + " "
                + Objects.requireNonNullElse(headers.get("Cookie"), ""));
    }
}
