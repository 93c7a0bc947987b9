package dev.vesper.basics;

/** Stored events that cannot have happened so: one was forged, deleted or moved. */
public final class BrokenHistory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenHistory(String message) {
        super(message);
    }
}
