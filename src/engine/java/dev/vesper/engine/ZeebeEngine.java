package dev.vesper.engine;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The door of the isolated loader: starts one persistent single-node Zeebe. It meets the rest of the program through JDK
 * types only: settings by name and a clock in; something to close out, which is also the gateway, a {@link BiFunction}
 * from a gRPC method's full name and the bytes of its request to a {@link java.util.concurrent.Flow.Publisher} of the
 * bytes of its responses, and a {@link java.util.function.Supplier} of what takes a listener of incidents and new
 * jobs (see {@link LogWatch}). Nothing listens on a port.
 *
 * <p>The names: {@code folder} (absolute path), {@code stop-below-mb} (free disk space under which the engine takes no
 * more work).
 */
public final class ZeebeEngine implements BiFunction<Map<String, String>, InstantSource, AutoCloseable> {
    @Override
    public AutoCloseable apply(Map<String, String> settings, InstantSource clock) {
        var engine = new RunningEngine();
        try {
            engine.start(EngineSettings.from(settings), clock);
            return engine;
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            engine.close(); // its threads would keep the JVM alive
            throw new IllegalStateException("Expected the Zeebe engine to start, but " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        var root = thrown;
        for (var next = root.getCause(); next != null; next = next.getCause()) {
            root = next;
        }
        return root.toString();
    }
}
