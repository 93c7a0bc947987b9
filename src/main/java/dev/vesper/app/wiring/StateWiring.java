package dev.vesper.app.wiring;

import dev.vesper.adapters.LockFile;
import dev.vesper.adapters.PrivateFiles;
import dev.vesper.app.settings.Settings;
import java.util.Optional;

/** The state folder: whoever keeps something in it holds its lock. */
public final class StateWiring {
    private static final String FILE = "lock";

    public final Part<LockFile> lock;

    StateWiring(OpenParts open, Settings settings) {
        lock = new Part<>(open, "lock", () -> {
            PrivateFiles.keep(settings.state(), FILE);
            LockFile taken = LockFile.take(
                    settings.folder(FILE),
                    "the state folder " + settings.state(),
                    "use another state folder (VESPER_VAR=...)");
            OperationsEndpoint.forget(settings); // of a process that was killed
            return taken;
        });
    }

    /** Which other process works on the state folder, or empty where none does. */
    public static Optional<String> otherHolder(Settings settings) {
        return LockFile.otherHolder(settings.folder(FILE));
    }
}
