package dev.vesper.app.load;

/**
 * What one person was told about one act.
 *
 * @param act {@code claim}, {@code give-back}, {@code ask}, {@code reply}, {@code approve} or {@code reject}
 * @param done false where it was refused
 */
record Told(String person, String act, String task, boolean done) {}
