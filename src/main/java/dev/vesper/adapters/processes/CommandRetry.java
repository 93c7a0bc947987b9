package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Sends commands to an engine that may be busy. Under load it answers RESOURCE_EXHAUSTED by design; the same command is
 * then sent again after a growing pause with jitter, so that many senders do not come back together.
 *
 * @param total how long to go on before giving up
 */
record CommandRetry(Duration total) {
    /** INTERNAL: a gateway whose connection to the broker broke on a machine that stood still says so. */
    private static final Set<Status.Code> PASSING = EnumSet.of(
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.INTERNAL);

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    /**
     * Sends until it is taken. The command must bear being taken twice, because an answer may be lost.
     *
     * @throws Problem of kind UNAVAILABLE where the engine does not take it in time
     * @throws ClientException where the engine says no
     */
    <T> T send(String what, Supplier<? extends FinalCommandStep<T>> command) {
        long until = System.nanoTime() + total.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return command.get().send().join();
            } catch (ClientStatusException e) {
                if (!PASSING.contains(e.getStatusCode())) {
                    throw e;
                }
                if (System.nanoTime() > until) {
                    throw Problem.unavailable(
                            "Expected the process engine to " + what + " within " + total.toSeconds()
                                    + " s, but it says: " + e.getMessage()
                                    + "; maybe its disk is full or it is overloaded",
                            e);
                }
            }
            sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    /** Whether the engine says that what the command speaks of is not there, or not any more. */
    static boolean isGone(ClientException e) {
        return e instanceof ClientStatusException status && status.getStatusCode() == Status.Code.NOT_FOUND;
    }

    /** Whether the engine says that the command was taken before. */
    static boolean isKnown(ClientException e) {
        return e instanceof ClientStatusException status && status.getStatusCode() == Status.Code.ALREADY_EXISTS;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the process engine, but was interrupted", e);
        }
    }
}
