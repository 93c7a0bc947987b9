package dev.vesper.execution.engine;

/** Opens engines: native ones, or their clear twin. */
@FunctionalInterface
public interface EngineOpener {
    /** An engine that nothing was told yet; whoever opens it closes it. */
    Engine open(EngineCapacity capacity);
}
