package dev.vesper.desk.workbench;

import dev.vesper.basics.Sha256;

/**
 * A state of the rules folder that is kept.
 *
 * @param commit where the history keeps it, 40 hexadecimal digits
 * @param sha256 of all its files, as {@link dev.vesper.desk.run.FileSet#sha256()} says: what proves that it is this one
 */
public record RulesVersion(String commit, String sha256) {
    /** As people call it: the first 12 digits of its sum, so the same files are the same version. */
    public String brief() {
        return Sha256.shortened(sha256);
    }

    /** Whether somebody who writes these first digits of its sum means it. */
    public boolean isMeantBy(String digits) {
        return digits.length() >= FEWEST && sha256.startsWith(digits);
    }

    /** Fewer digits could be those of another version. */
    private static final int FEWEST = 8;

    @Override
    public String toString() {
        return brief();
    }
}
