package dev.vesper.adapters.processes;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;

/**
 * Runs the engine in a loader that sees only the JDK, the distribution's jars and our glue: it stays on exactly the
 * versions it was released with, and touches none of ours.
 */
final class IsolatedEngine implements AutoCloseable {
    private static final String ENTRY = "dev.vesper.engine.ZeebeEngine";

    private final URLClassLoader loader;
    private final AutoCloseable engine;
    private final BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway;

    private IsolatedEngine(
            URLClassLoader loader, AutoCloseable engine, BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway) {
        this.loader = loader;
        this.engine = engine;
        this.gateway = gateway;
    }

    static IsolatedEngine start(List<URL> jars, Map<String, String> settings, InstantSource clock) throws Exception {
        var loader = new URLClassLoader("zeebe-engine", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader); // the engine's own threads inherit it
        try {
            @SuppressWarnings("unchecked") // the glue is ours: it is what it says
            var entry = (BiFunction<Map<String, String>, InstantSource, AutoCloseable>)
                    loader.loadClass(ENTRY).getConstructor().newInstance();
            var engine = entry.apply(settings, clock);
            @SuppressWarnings("unchecked") // as above
            var gateway = (BiFunction<String, byte[], Flow.Publisher<byte[]>>) engine;
            return new IsolatedEngine(loader, engine, gateway);
        } catch (Exception | LinkageError e) {
            loader.close();
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The engine's gateway: a gRPC method's full name and its request in, its responses out. */
    BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway() {
        return gateway;
    }

    /** Takes the engine down; a thread of it that is still ending may miss its classes, so the loader goes last. */
    @Override
    public void close() throws IOException {
        try {
            engine.close();
        } catch (Exception e) {
            throw new IOException("Expected the engine to close, but " + e, e);
        } finally {
            loader.close();
        }
    }
}
