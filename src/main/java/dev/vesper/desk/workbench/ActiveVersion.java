package dev.vesper.desk.workbench;

import java.time.Instant;

/**
 * A version that judges orders, or did.
 *
 * @param number counted from 1; the same files may have several, where they were restored
 * @param draft the change that made it so; empty for the folder as it stood when Vesper first looked
 * @param since when it came to
 * @param urgent whether runs that had begun then go by it too
 * @param by who let it, or {@code vesper}
 * @param undone why it was taken back at once, by itself; empty where it was not
 */
public record ActiveVersion(
        int number, RulesVersion version, String draft, Instant since, boolean urgent, String by, String undone) {
    boolean wasUndone() {
        return !undone.isEmpty();
    }
}
