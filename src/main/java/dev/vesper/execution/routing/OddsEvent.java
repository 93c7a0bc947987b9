package dev.vesper.execution.routing;

/** What a run was told of how much venues fill. */
public sealed interface OddsEvent {
    /**
     * Before its first slice it learned from earlier days, and goes by that to its end.
     *
     * @param sha256 of what was learned, as it is kept
     * @param runs how many earlier days
     * @param children how many of their children said something
     */
    record Learned(String sha256, int runs, long children) implements OddsEvent {}
}
