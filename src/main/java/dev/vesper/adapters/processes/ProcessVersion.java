package dev.vesper.adapters.processes;

/**
 * One deployed process.
 *
 * @param version the engine's number, counted up at each change of the file
 * @param key the engine's key of this version, which every job of it carries
 * @param sha256 first 12 hex digits of the file's SHA-256
 */
public record ProcessVersion(String processId, int version, long key, String sha256) {
    /** The form for run.json: {@code 3 (a1b2c3d4e5f6)}. */
    @Override
    public String toString() {
        return version + " (" + sha256 + ")";
    }
}
