package dev.vesper.adapters.api;

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

    static final List<Resource<?, ?>> ALL = List.of(SIGN, STATE, HISTORY, FILES, FILE, DIFFERENCES);

    private RuleResources() {}
}
