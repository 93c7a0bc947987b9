package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Picks the engine that serves: the native one where it is there and proves itself, its Java twin otherwise. */
public final class Engines {
    private Engines() {}

    /**
     * Who serves, and why.
     *
     * @param open opens an engine
     * @param nativeServes whether it is a native one
     * @param reason a sentence for the console: where the native one came from, or why the twin serves
     */
    public record Choice(EngineOpener open, boolean nativeServes, String reason) {}

    /**
     * Loads and tries the native engine.
     *
     * @param nativeDir the folder the build copies the library to, with one folder for each platform below it
     */
    public static Choice load(Path nativeDir) {
        Path file = file(nativeDir);
        if (!Files.isRegularFile(file)) {
            return twin("Expected the native engine at " + file + ", but it is not there; maybe it was built without"
                    + " Rust");
        }
        try {
            EngineLibrary library = EngineLibrary.load(file);
            if (library.abiVersion() != EngineLibrary.ABI_VERSION) {
                return twin("Expected version " + EngineLibrary.ABI_VERSION + " of the native engine, but " + file
                        + " is version " + library.abiVersion() + "; maybe it is stale, build again");
            }
            if (!library.selfTest()) {
                return twin("Expected the native engine to pass its self-test, but " + library.lastError());
            }
            return new Choice(capacity -> new NativeEngine(library, capacity), true, "native engine " + file);
        } catch (RuntimeException | LinkageError e) {
            return twin("Expected to load the native engine " + file + ", but " + e.getMessage());
        }
    }

    /** Where the library is expected for this machine, for example {@code native/linux-x86-64/libengine.so}. */
    static Path file(Path nativeDir) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        if (system.contains("win")) {
            return nativeDir.resolve(arm ? "win32-aarch64" : "win32-x86-64").resolve("engine.dll");
        }
        if (system.contains("mac")) {
            return nativeDir.resolve(arm ? "darwin-aarch64" : "darwin-x86-64").resolve("libengine.dylib");
        }
        return nativeDir.resolve(arm ? "linux-aarch64" : "linux-x86-64").resolve("libengine.so");
    }

    private static Choice twin(String reason) {
        return new Choice(JavaEngine::new, false, reason);
    }
}
