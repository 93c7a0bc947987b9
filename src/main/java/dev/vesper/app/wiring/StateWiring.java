package dev.vesper.app.wiring;

import dev.vesper.adapters.LockFile;
import dev.vesper.adapters.PrivateFiles;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/** The state folder: whoever keeps something in it holds its lock. */
public final class StateWiring {
    private static final String FILE = "lock";

    public final Part<LockFile> lock;

    StateWiring(OpenParts open, Settings settings, Times times) {
        lock = new Part<>(open, "lock", () -> {
            LockFile taken = take(settings);
            OperationsEndpoint.forget(settings); // of a process that was killed
            times.simulated()
                    .ifPresent(clock -> open.open(
                            "practice-clock", () -> new KeptClock(clock, new PracticeFile(settings.state()))));
            return taken;
        });
    }

    /** Takes the lock of the state folder, which is made where it is missing. */
    private static LockFile take(Settings settings) {
        PrivateFiles.keep(settings.state(), FILE);
        return LockFile.take(
                settings.folder(FILE),
                "the state folder " + settings.state(),
                "use another state folder (VESPER_VAR=...)");
    }

    /**
     * Makes a new state folder one for practice, whose clock begins to go with its first command.
     *
     * @throws Problem of kind REFUSED where the folder has kept real days
     */
    public static void practise(Settings settings, Instant from) {
        SystemTimes.refuseServers(settings);
        if (Files.exists(settings.folder("store"))) {
            throw Problem.refused("Expected a state folder of its own for practice, but " + settings.state()
                    + " has kept days already; VESPER_VAR=" + settings.state().resolveSibling("practice")
                    + " ./vesper clock set TIME makes another");
        }
        LockFile taken = take(settings);
        try {
            new PracticeFile(settings.state()).keep(from);
        } finally {
            taken.close();
        }
    }

    /** Which other process works on the state folder, or empty where none does. */
    public static Optional<String> otherHolder(Settings settings) {
        return LockFile.otherHolder(settings.folder(FILE));
    }
}
