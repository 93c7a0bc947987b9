package dev.vesper.engine;

/** Replaced by the engine. */
final class Marker {
    private Marker() {}
}
