package dev.vesper.adapters.api;

import dev.vesper.desk.operations.RuleReplayDifference;
import dev.vesper.desk.operations.RuleReplayRecord;
import dev.vesper.desk.operations.RuleReplaySum;
import dev.vesper.desk.operations.SignedRule;
import java.util.List;

/** The rules over HTTP. */
public final class RuleResources {
    /** Which version of which file. */
    public record Version(String file, String sha256) {}

    /** Which file would be another, and how many days are asked about. */
    public record Draft(
            String file, String text, @Otherwise("20") int last) {}

    /** Which replay. */
    public record Which(String replay) {}

    /** Which part of what a replay found. */
    public record Part(
            String replay,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    public static final Resource<Version, SignedRule> SIGN = Resource.post(
            "/api/v1/rules/signatures",
            "Notes that whoever asks has read a version of a rule that is code, and answers for it.",
            Version.class,
            Answers.one(SignedRule.class),
            (operations, q) -> operations.rules().sign(q.file(), q.sha256()));

    public static final Resource<Draft, RuleReplayRecord> REPLAY = Resource.post(
            "/api/v1/rules/replays",
            "Begins to find out what the rules would have decided on the newest days, were one file another.",
            Draft.class,
            Answers.one(RuleReplayRecord.class),
            (operations, q) -> operations.rules().replay(q.file(), q.text(), q.last()));

    public static final Resource<Which, RuleReplayRecord> REPLAYED = Resource.get(
            "/api/v1/rules/replays/{replay}",
            "How far a replay of rules is, day by day.",
            Which.class,
            Answers.one(RuleReplayRecord.class),
            (operations, q) -> operations.rules().replayed(q.replay()));

    public static final Resource<Which, List<RuleReplaySum>> REPLAY_SUMS = Resource.get(
            "/api/v1/rules/replays/{replay}/sums",
            "What a replay of rules found so far, added up by rule, account, strategy and sector.",
            Which.class,
            Answers.list(RuleReplaySum.class),
            (operations, q) -> operations.rules().replaySums(q.replay()));

    public static final Resource<Part, List<RuleReplayDifference>> REPLAY_DIFFERENCES = Resource.get(
            "/api/v1/rules/replays/{replay}/differences",
            "What a replay of rules found so far, one by one: both words, the rows that decided, the money between.",
            Part.class,
            Answers.list(RuleReplayDifference.class),
            (operations, q) -> operations.rules().replayDifferences(q.replay(), q.from(), q.most()));

    static final List<Resource<?, ?>> ALL = List.of(SIGN, REPLAY, REPLAYED, REPLAY_SUMS, REPLAY_DIFFERENCES);

    private RuleResources() {}
}
