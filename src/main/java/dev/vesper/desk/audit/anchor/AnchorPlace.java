package dev.vesper.desk.audit.anchor;

import java.util.List;
import java.util.Optional;

/** Somewhere outside that keeps anchors. */
public interface AnchorPlace {
    /** What people call it, for example {@code file /media/auditor/vesper.anchors}. */
    String name();

    /**
     * Keeps one; keeping it again is keeping it once, where the place can be read.
     *
     * @return what the place guarantees, in words: never more than it was seen to do
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where it cannot be reached, REFUSED where what it holds was altered
     */
    String keep(AnchorMark mark);

    /**
     * What it keeps, oldest first; empty where it cannot be read from here, such as a letter box.
     *
     * @throws dev.vesper.basics.Problem as {@link #keep}
     */
    Optional<List<AnchorMark>> read();
}
