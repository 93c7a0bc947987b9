package dev.vesper.architecture.first;

import dev.vesper.architecture.second.Second;

/** Half of a circle between two sub-packages, on purpose. */
public record First(int depth) {
    public Second next() {
        return new Second(depth + 1);
    }
}
