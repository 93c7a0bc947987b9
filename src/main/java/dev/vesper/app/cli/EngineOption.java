package dev.vesper.app.cli;

import dev.vesper.adapters.engine.Engines;
import dev.vesper.basics.Problem;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine decides in a replay. */
final class EngineOption {
    /** Who decides. */
    enum Decider {
        NATIVE,
        JAVA
    }

    @Option(
            names = "--engine",
            paramLabel = "native|java",
            description = "Who decides; both decide the same. The native one where it is there by default.")
    private @Nullable Decider decider;

    /**
     * Says so where the Java one serves though nobody asked for it.
     *
     * @param root the folder below which the build puts native libraries
     * @throws Problem of kind UNAVAILABLE where the native one is asked for and not there
     */
    EngineOpener open(Path root, PrintWriter err) {
        if (decider == Decider.JAVA) {
            return JavaEngine::new;
        }
        Engines.Choice choice = Engines.load(root.resolve("target/native"));
        if (!choice.nativeServes()) {
            if (decider == Decider.NATIVE) {
                throw Problem.unavailable(choice.reason() + "; --engine java decides the same, slower");
            }
            err.println("  ! the Java engine serves: " + choice.reason());
        }
        return choice.open();
    }
}
