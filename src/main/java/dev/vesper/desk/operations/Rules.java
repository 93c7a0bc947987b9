package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleDifference;
import java.util.List;

/** The rules: which judge, which did, what is in them, those that are code, and what others would have decided. */
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

    /**
     * Begins to find out what the rules would have decided on the newest days, were one file another; the same question is
     * done once.
     *
     * @param file below the rules folder, for example {@code limits/position-weight.dmn}
     * @param text of the file
     * @param last how many days, 1 to 1,000
     * @throws dev.vesper.basics.Problem of kind INPUT where the file is no rule's or no day was judged, UNAVAILABLE where too
     *     many are at work
     */
    RuleReplayRecord replay(String file, String text, int last);

    /** The same of a draft as it stands. */
    RuleReplayRecord replayDraft(String draft, int last);

    /**
     * How far a replay is, and what is known of its days.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none of that id any more
     */
    RuleReplayRecord replayed(String replay);

    /** What a replay found so far, added up by rule, account, strategy and sector. */
    List<RuleReplaySum> replaySums(String replay);

    /**
     * What a replay found so far, one by one, so many from a place on.
     *
     * @param from how many of those that are meant are passed over
     */
    List<RuleReplayDifference> replayDifferences(String replay, ReplayFilter filter, int from, int most);
}
