package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.time.Instant;

/**
 * Where states of the rules folder are kept, each with the one it was made of, so that engineers can review what analysts did
 * with the tools they know. What it keeps is believed only as far as the store names its sum.
 */
public interface RuleHistory {
    /** The line of what judged orders. */
    String MAIN = "main";

    /** The line of a draft, for example {@code drafts/D-3}. */
    static String draft(String id) {
        return "drafts/" + id;
    }

    /**
     * Keeps files; durable on return. The same files on the same parent by the same author at the same time are the same
     * commit, so what a crash cut off is done again.
     *
     * @param parent the commit they were made of; empty for the first
     * @param author a person's name, or {@code vesper}
     * @param message one line for people
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the disk does not take it
     */
    RulesVersion keep(FileSet files, String parent, String author, Instant at, String message);

    /**
     * The files of a version.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is gone, or is not what its sum says
     */
    FileSet files(RulesVersion version);

    /** Lets the name of a line stand at a commit, whatever it stood at: for who looks from outside, nothing goes by it. */
    void point(String line, String commit);

    /** Takes the name of a line away; that it is gone already is as well. */
    void drop(String line);
}
