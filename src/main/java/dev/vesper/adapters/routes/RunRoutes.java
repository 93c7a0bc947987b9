package dev.vesper.adapters.routes;

import dev.vesper.basics.RunId;

/** By which routes a run goes, from its first file to its last order. */
@FunctionalInterface
public interface RunRoutes {
    /**
     * The same ones each time, also after a restart.
     *
     * @throws dev.vesper.basics.Problem UNAVAILABLE where they are not there any more, or none can be used
     */
    RouteFiles of(RunId run);
}
