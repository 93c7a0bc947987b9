package dev.vesper.desk.changes;

import java.util.Set;

/** Where changes are seen. */
@FunctionalInterface
public interface ChangeSource {
    /** What changed since it was last asked; nothing the first time. */
    Set<Changed> look();
}
