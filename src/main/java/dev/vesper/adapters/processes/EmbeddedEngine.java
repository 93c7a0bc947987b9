package dev.vesper.adapters.processes;

import dev.vesper.adapters.LockFile;
import dev.vesper.basics.Problem;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zeebe in this JVM over one folder: locked, and without a port. */
final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

    private final LockFile lock;
    private final Path known;
    private final IsolatedEngine engine;

    private EmbeddedEngine(LockFile lock, Path folder, IsolatedEngine engine) {
        this.lock = lock;
        this.known = folder.resolve("known");
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
            return new EmbeddedEngine(lock, folder, engine);
        } catch (Exception | LinkageError e) {
            throw Problem.unavailable(
                    "Expected the process engine to start over " + folder + ", but " + said(e)
                            + "; maybe the disk is full, the folder was written by a newer version, or its files were damaged."
                            + " No run is kept in it alone: move it away (mv " + folder + " " + folder
                            + ".damaged) and go on"
                            + " with ./vesper eod --resume or ./vesper up",
                    e);
        }
    }

    private static String said(Throwable failed) {
        String message = String.valueOf(failed.getMessage());
        String doubled = "Expected the Zeebe engine to start, but ";
        return message.startsWith(doubled) ? message.substring(doubled.length()) : message;
    }

    /**
     * Whether the folder was empty or another one when {@link #known} was called last: instances that somebody remembers
     * are not in it, and their keys may be given again.
     */
    boolean isNew() {
        return Files.notExists(known);
    }

    /** What was remembered of other engines is forgotten. */
    void known() {
        try {
            Files.writeString(known, "The engine whose instances the store knows.\n");
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + known + ", but " + e, e);
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
