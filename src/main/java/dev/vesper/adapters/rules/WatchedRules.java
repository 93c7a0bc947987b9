package dev.vesper.adapters.rules;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalRules;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.Measures;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a folder as it stands: a change on disk that can be read judges the next run, one that cannot is named while
 * the rules before it stay. A run is judged by one state of the folder from its first account to its last, and its report
 * names that one. Several threads may use it.
 */
public final class WatchedRules implements RuleBook, ApprovalRules {
    private static final WatchedFolder.Words WORDS =
            new WatchedFolder.Words("rules", "judge the next run", "no run is judged");

    private final WatchedFolder<DroolsRuleBook> folder;
    private final KeptRules kept;

    private WatchedRules(WatchedFolder<DroolsRuleBook> folder, KeptRules kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Reads the folder, and the state folder's list of trusted code. Where it cannot be read, runs that were judged before
     * go on, and none is judged.
     *
     * @param state where {@code ./vesper rules trust} keeps its list
     */
    public static WatchedRules open(Path folder, Path state, KeptRules kept) {
        return new WatchedRules(
                new WatchedFolder<>(
                        WORDS,
                        () -> new DroolsRuleBook(folder, Measures.ALL, FirmColumns.ANY, RuleTrust.of(state)),
                        DroolsRuleBook::versions,
                        List.of(folder, RuleTrust.list(state))),
                kept);
    }

    /** The folder, for whoever looks whether it changed. */
    public WatchedFolder<?> folder() {
        return folder;
    }

    @Override
    public RuleBook of(RunId run) {
        folder.refresh();
        DroolsRuleBook book = folder.standing();
        kept.save(run, book.files());
        return book;
    }

    @Override
    public List<Verdict> check(AccountBook book) {
        return folder.standing().check(book);
    }

    @Override
    public List<ApprovalsNeeded.Asked> asked(List<ProposedAccount> accounts) {
        return folder.standing().asked(accounts);
    }

    @Override
    public SortedMap<String, String> versions() {
        return folder.standing().versions();
    }

    @Override
    public SortedMap<String, String> versions(RunId run) {
        return kept.used()
                .of(run)
                .orElseGet(() -> folder.current().map(DroolsRuleBook::versions).orElseGet(TreeMap::new));
    }
}
