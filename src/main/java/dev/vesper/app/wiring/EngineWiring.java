package dev.vesper.app.wiring;

import dev.vesper.adapters.processes.Cluster;
import dev.vesper.adapters.processes.ProcessEngine;
import dev.vesper.adapters.processes.ProcessSettings;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The process engine with the processes deployed; its workers are {@link WorkersWiring}'s. */
public final class EngineWiring {
    public final Part<ProcessEngine> engine;

    private final Supplier<ProcessSettings> processes;

    EngineWiring(OpenParts open, Settings settings, Times times, StateWiring state) {
        processes = () -> processes(settings, times);
        engine = new Part<>(open, "processes", () -> {
            state.lock.get();
            return ProcessEngine.open(processes.get(), ServedWork.ALL);
        });
    }

    /** Looks at the process files before any part is opened: a mistake is then all that is said. */
    public void check() {
        ProcessEngine.check(processes.get(), ServedWork.ALL);
    }

    private static ProcessSettings processes(Settings settings, Times times) {
        Path files = settings.root().resolve("processes");
        return settings.zeebe()
                .map(zeebe -> ProcessSettings.remote(files, cluster(zeebe), times.clock()))
                .orElseGet(() -> ProcessSettings.embedded(files, settings.folder("zeebe"), times.clock()));
    }

    private static Cluster cluster(Settings.Zeebe zeebe) {
        return Cluster.of(
                zeebe.address(),
                zeebe.certificates(),
                zeebe.tokens(),
                zeebe.client(),
                zeebe.secret(),
                zeebe.audience());
    }
}
