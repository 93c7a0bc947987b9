package dev.vesper.adapters.processes;

import dev.vesper.adapters.FreePorts;
import dev.vesper.adapters.LockFile;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zeebe in this JVM over one folder: locked, on loopback, on ports that were free. */
final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);
    private static final int TRIES = 3;

    private final LockFile lock;
    private final IsolatedEngine engine;
    private final URI address;

    private EmbeddedEngine(LockFile lock, IsolatedEngine engine, URI address) {
        this.lock = lock;
        this.engine = engine;
        this.address = address;
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
        for (int attempt = 1; ; attempt++) {
            try {
                var ports = FreePorts.find(3);
                var engine = IsolatedEngine.start(
                        jars,
                        Map.of(
                                "folder", folder.toString(),
                                "gateway-port", ports.get(0).toString(),
                                "command-port", ports.get(1).toString(),
                                "internal-port", ports.get(2).toString(),
                                "stop-below-mb", Long.toString(settings.stopBelowMb())),
                        settings.clock());
                LOG.debug("opened {}", folder);
                return new EmbeddedEngine(lock, engine, URI.create("http://127.0.0.1:" + ports.get(0)));
            } catch (Exception | LinkageError e) {
                if (attempt == TRIES || !portTaken(e)) {
                    throw Problem.unavailable(
                            "Expected the process engine to start over " + folder + ", but " + e.getMessage()
                                    + "; maybe the disk is full, or the folder was written by a newer version",
                            e);
                }
            }
        }
    }

    private static boolean portTaken(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof java.net.BindException
                    || String.valueOf(t.getMessage()).contains("Failed to bind")) {
                return true;
            }
        }
        return false;
    }

    URI address() {
        return address;
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
