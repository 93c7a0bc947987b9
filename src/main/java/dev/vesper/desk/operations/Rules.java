package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleDifference;
import java.util.List;

/** The rules: which judge, which did, what is in them, and those that are code. */
public interface Rules {
    /**
     * Notes that somebody has read a version of a rule that is code and answers for it. Only who has signed in signs, in a
     * rehearsal too: the signature stands for every day to come.
     *
     * @param file its name, for example {@code wash-sale.drl}
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @throws dev.vesper.basics.Problem of kind INPUT where one of them is none, REFUSED for who may not sign
     */
    SignedRule sign(String file, String sha256);

    /** Which rules judge now, and whether the folder holds those. */
    RulesState state();

    /** Every version that ever judged, newest first. */
    List<ActiveVersion> history();

    /**
     * The files of a version, without their text.
     *
     * @param version the first digits of its sum, the id of a draft, {@code active}, or {@code disk}
     */
    List<RuleText> files(String version);

    /** One of them, with its text. */
    RuleText file(String version, String file);

    /** What is another in a second version, cell by cell where a file is a table. */
    List<RuleDifference> differences(String from, String to);
}
