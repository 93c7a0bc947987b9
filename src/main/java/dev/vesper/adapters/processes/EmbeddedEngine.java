package dev.vesper.adapters.processes;

import dev.vesper.adapters.LockFile;
import dev.vesper.basics.Problem;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zeebe in this JVM over one folder: locked, and without a port. */
final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

    private final LockFile lock;
    private final IsolatedEngine engine;

    private EmbeddedEngine(LockFile lock, IsolatedEngine engine) {
        this.lock = lock;
        this.engine = engine;
    }

    static EmbeddedEngine start(ProcessSettings settings) {
        var folder = settings.folder().toAbsolutePath().normalize();
        var lock = LockFile.take(
                folder.resolve("engine.lock"),
                "the process engine's folder " + folder,
                "use another state folder (VESPER_VAR=...)");
        try {
            DiskSpace.require(folder, settings.needMb());
            return start(lock, folder, settings);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedEngine start(LockFile lock, Path folder, ProcessSettings settings) {
        var jars = EngineJars.find();
        try {
            var engine = IsolatedEngine.start(
                    jars,
                    Map.of("folder", folder.toString(), "stop-below-mb", Long.toString(settings.stopBelowMb())),
                    settings.clock());
            LOG.debug("opened {}", folder);
            return new EmbeddedEngine(lock, engine);
        } catch (Exception | LinkageError e) {
            throw Problem.unavailable(
                    "Expected the process engine to start over " + folder + ", but " + e.getMessage()
                            + "; maybe the disk is full, or the folder was written by a newer version",
                    e);
        }
    }

    /** The way in: the only one, and open to nobody but who holds this object. */
    ManagedChannel channel() {
        return new EngineChannel(engine.gateway());
    }

    /** Tells of every incident and every new job, in the names of {@link Words}. */
    void listen(Consumer<Map<String, String>> listener) {
        engine.listen(listener);
    }

    @Override
    public void close() {
        try (lock) {
            engine.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected the process engine to close, but " + e.getMessage(), e);
        }
    }
}
