package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleResources;
import dev.vesper.desk.operations.ReplayFilter;
import dev.vesper.desk.operations.RuleReplayDifference;
import dev.vesper.desk.operations.RuleReplayRecord;
import dev.vesper.desk.operations.RuleReplaySum;
import dev.vesper.desk.operations.RuleText;
import dev.vesper.desk.operations.Rules;
import dev.vesper.desk.operations.RulesState;
import dev.vesper.desk.operations.SignedRule;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleDifference;
import java.util.List;

/** The rules of a Vesper that runs elsewhere. */
record RulesClient(Transport http) implements Rules {
    @Override
    public SignedRule sign(String file, String sha256) {
        return http.send(RuleResources.SIGN, new RuleResources.Version(file, sha256));
    }

    @Override
    public RulesState state() {
        return http.send(RuleResources.STATE, new RuleResources.Any());
    }

    @Override
    public List<ActiveVersion> history() {
        return http.send(RuleResources.HISTORY, new RuleResources.Any());
    }

    @Override
    public List<RuleText> files(String version) {
        return http.send(RuleResources.FILES, new RuleResources.OfVersion(version));
    }

    @Override
    public RuleText file(String version, String file) {
        return http.send(RuleResources.FILE, new RuleResources.FileOf(version, file));
    }

    @Override
    public List<RuleDifference> differences(String from, String to) {
        return http.send(RuleResources.DIFFERENCES, new RuleResources.Two(from, to));
    }

    @Override
    public RuleReplayRecord replay(String file, String text, int last) {
        return http.send(RuleResources.REPLAY, new RuleResources.Draft(file, text, last));
    }

    @Override
    public RuleReplayRecord replayDraft(String draft, int last) {
        return http.send(RuleResources.REPLAY_DRAFT, new RuleResources.OfDraft(draft, last));
    }

    @Override
    public RuleReplayRecord replayed(String replay) {
        return http.send(RuleResources.REPLAYED, new RuleResources.Which(replay));
    }

    @Override
    public List<RuleReplaySum> replaySums(String replay) {
        return http.send(RuleResources.REPLAY_SUMS, new RuleResources.Which(replay));
    }

    @Override
    public List<RuleReplayDifference> replayDifferences(String replay, ReplayFilter filter, int from, int most) {
        return http.send(
                RuleResources.REPLAY_DIFFERENCES,
                new RuleResources.Part(
                        replay,
                        filter.kind(),
                        filter.rule(),
                        filter.account(),
                        filter.strategy(),
                        filter.sector(),
                        from,
                        most));
    }
}
