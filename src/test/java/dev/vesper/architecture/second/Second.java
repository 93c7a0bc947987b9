package dev.vesper.architecture.second;

import dev.vesper.architecture.first.First;

/** The other half. */
public record Second(int depth) {
    public First next() {
        return new First(depth + 1);
    }
}
