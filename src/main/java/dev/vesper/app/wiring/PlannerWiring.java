package dev.vesper.app.wiring;

import dev.vesper.adapters.planner.OptaLotPlanner;
import dev.vesper.app.settings.Settings;

/** The planner with the problems of the planner folder. */
public final class PlannerWiring {
    public final Part<OptaLotPlanner> planner;

    PlannerWiring(OpenParts open, Settings settings) {
        planner = new Part<>(
                open, "planner", () -> new OptaLotPlanner(settings.root().resolve("planner")));
    }
}
