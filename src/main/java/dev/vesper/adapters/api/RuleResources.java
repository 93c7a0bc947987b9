package dev.vesper.adapters.api;

import dev.vesper.desk.operations.ReplayFilter;
import dev.vesper.desk.operations.RuleReplayDifference;
import dev.vesper.desk.operations.RuleReplayRecord;
import dev.vesper.desk.operations.RuleReplaySum;
import dev.vesper.desk.operations.RuleText;
import dev.vesper.desk.operations.RulesState;
import dev.vesper.desk.operations.SignedRule;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleDifference;
import java.util.List;

/** The rules, over HTTP. */
public final class RuleResources {
    /** Nothing more. */
    public record Any() {}

    /** Which version of which file. */
    public record Version(String file, String sha256) {}

    /** Which version of the rules. */
    public record OfVersion(String version) {}

    /** Which file of which version of the rules. */
    public record FileOf(String version, String file) {}

    /** Which two. */
    public record Two(String from, String to) {}
    /** Which file would be another, and how many days are asked about. */
    public record Draft(
            String file, String text, @Otherwise("20") int last) {}

    /** Which draft, and how many days are asked about. */
    public record OfDraft(String draft, @Otherwise("20") int last) {}

    /** Which replay. */
    public record Which(String replay) {}

    /** Which part of what a replay found; what is left out holds of all. */
    public record Part(
            String replay,
            @Otherwise("") String kind,
            @Otherwise("") String rule,
            @Otherwise("") String account,
            @Otherwise("") String strategy,
            @Otherwise("") String sector,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    public static final Resource<Version, SignedRule> SIGN = Resource.post(
            "/api/v1/rules/signatures",
            "Notes that whoever asks has read a version of a rule that is code, and answers for it.",
            Version.class,
            Answers.one(SignedRule.class),
            (operations, q) -> operations.rules().sign(q.file(), q.sha256()));

    public static final Resource<Any, RulesState> STATE = Resource.get(
            "/api/v1/rules",
            "Which version of the rules judges, since when, and what in the rules folder is another.",
            Any.class,
            Answers.one(RulesState.class),
            (operations, _) -> operations.rules().state());

    public static final Resource<Any, List<ActiveVersion>> HISTORY = Resource.get(
            "/api/v1/rules/versions",
            "Every version of the rules that ever judged, newest first.",
            Any.class,
            Answers.list(ActiveVersion.class),
            (operations, _) -> operations.rules().history());

    public static final Resource<OfVersion, List<RuleText>> FILES = Resource.get(
            "/api/v1/rules/versions/{version}/files",
            "The files of a version (its first digits, the id of a draft, active, or disk), without their text.",
            OfVersion.class,
            Answers.list(RuleText.class),
            (operations, q) -> operations.rules().files(q.version()));

    public static final Resource<FileOf, RuleText> FILE = Resource.get(
            "/api/v1/rules/versions/{version}/file",
            "One file of a version, with its text.",
            FileOf.class,
            Answers.one(RuleText.class),
            (operations, q) -> operations.rules().file(q.version(), q.file()));

    public static final Resource<Two, List<RuleDifference>> DIFFERENCES = Resource.get(
            "/api/v1/rules/differences",
            "What is another in a second version: cell by cell where a file is a table.",
            Two.class,
            Answers.list(RuleDifference.class),
            (operations, q) -> operations.rules().differences(q.from(), q.to()));

    public static final Resource<Draft, RuleReplayRecord> REPLAY = Resource.post(
            "/api/v1/rules/replays",
            "Begins to find out what the rules would have decided on the newest days, were one file another.",
            Draft.class,
            Answers.one(RuleReplayRecord.class),
            (operations, q) -> operations.rules().replay(q.file(), q.text(), q.last()));

    public static final Resource<OfDraft, RuleReplayRecord> REPLAY_DRAFT = Resource.post(
            "/api/v1/rules/drafts/{draft}/replays",
            "Begins to find out what the rules of a draft would have decided on the newest days.",
            OfDraft.class,
            Answers.one(RuleReplayRecord.class),
            (operations, q) -> operations.rules().replayDraft(q.draft(), q.last()));

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
            (operations, q) -> operations
                    .rules()
                    .replayDifferences(
                            q.replay(),
                            new ReplayFilter(q.kind(), q.rule(), q.account(), q.strategy(), q.sector()),
                            q.from(),
                            q.most()));

    static final List<Resource<?, ?>> ALL = List.of(
            SIGN,
            STATE,
            HISTORY,
            FILES,
            FILE,
            DIFFERENCES,
            REPLAY,
            REPLAY_DRAFT,
            REPLAYED,
            REPLAY_SUMS,
            REPLAY_DIFFERENCES);

    private RuleResources() {}
}
