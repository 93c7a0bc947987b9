package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests that change something on as they come, a bounded number at a time. The others stand in line; who would stand
 * there longer than people wait, or finds the line full, is told so at once and nothing of the request is done. Who only
 * looks, or stops trading, is let on always.
 */
final class Turns extends Handler.Wrapper {
    /**
     * What is allowed.
     *
     * @param atOnce how many are done at a time
     * @param inLine how many may wait
     * @param patience how long one waits at the most
     */
    record Limits(int atOnce, int inLine, Duration patience) {}

    /** As many at a time as share one transaction of the audit, and the same again twice in line. */
    static final Limits USUAL = new Limits(64, 128, Duration.ofSeconds(2));

    private final Limits limits;
    private final Semaphore turn;
    private final AtomicInteger line = new AtomicInteger();

    Turns(Limits limits, Handler answers) {
        super(answers);
        this.limits = limits;
        this.turn = new Semaphore(limits.atOnce(), true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!request.getMethod().equals("POST") || stopsTrading(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        if (!come()) {
            Reply.problem(
                            ProblemType.UNAVAILABLE,
                            "Expected to begin within " + limits.patience().toSeconds() + " s, but " + limits.atOnce()
                                    + " others are at it and more wait; nothing was done: try again")
                    .with(
                            "Retry-After",
                            Long.toString(Math.max(1, limits.patience().toSeconds())))
                    .send(request, response, callback);
            return true;
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            turn.release();
        }
    }

    /** A kill switch waits for nobody's other work. */
    private static boolean stopsTrading(String path) {
        return path.startsWith("/api/v1/kill-switches") || path.startsWith("/console/kill-switch");
    }

    private boolean come() throws InterruptedException {
        if (turn.tryAcquire(0, TimeUnit.NANOSECONDS)) { // without a time it would pass those who wait
            return true;
        }
        try {
            return line.incrementAndGet() <= limits.inLine()
                    && turn.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            line.decrementAndGet();
        }
    }

    /** How many stand in line. */
    int waiting() {
        return line.get();
    }
}
