package dev.vesper.app.wiring;

import dev.vesper.adapters.planner.OptaLotPlanner;
import dev.vesper.app.settings.Settings;
import java.util.concurrent.ExecutorService;

/** The planner with the problems of the planner folder, and the threads that plan accounts side by side. */
public final class PlannerWiring {
    public final Part<OptaLotPlanner> planner;

    /** As many accounts are planned at a time as there are processors. */
    public final Part<ExecutorService> threads;

    PlannerWiring(OpenParts open, Settings settings) {
        planner = new Part<>(
                open, "planner", () -> new OptaLotPlanner(settings.root().resolve("planner")));
        threads = new Part<>(
                open,
                "planner-threads",
                () -> new MarkedPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().name("plan-", 0).daemon().factory()));
    }
}
