package dev.vesper.basics;

/** A password or key: it can be used, but neither printed nor logged. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return reveal.isEmpty() ? "(none)" : "***";
    }
}
