package dev.vesper.adapters.api;

import dev.vesper.desk.operations.SignedRule;
import java.util.List;

/** Rules that are code, over HTTP. */
public final class RuleResources {
    /** Which version of which file. */
    public record Version(String file, String sha256) {}

    public static final Resource<Version, SignedRule> SIGN = Resource.post(
            "/api/v1/rules/signatures",
            "Notes that whoever asks has read a version of a rule that is code, and answers for it.",
            Version.class,
            Answers.one(SignedRule.class),
            (operations, q) -> operations.rules().sign(q.file(), q.sha256()));

    static final List<Resource<?, ?>> ALL = List.of(SIGN);

    private RuleResources() {}
}
