package dev.vesper.adapters.rules;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalRules;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.waiver.WaivableRules;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.RulesVersion;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are active, whatever lies in the folder: files there that are others are named, and judge nothing until a
 * change is signed. A folder that Vesper sees for the first time is taken up as it stands. A run is judged by the version that
 * was active when it began, unless an urgent one came since, from its first account to its last, and its report names that
 * one. Several threads may use it.
 */
public final class WatchedRules implements RuleBook, ApprovalRules, WaivableRules {
    private static final WatchedFolder.Words WORDS =
            new WatchedFolder.Words("rules", "judge the next run", "no run is judged");

    private final WatchedFolder<Standing> folder;
    private final Path state;
    private final WrittenFolder disk;
    private final ActiveRules active;
    private final KeptRules kept;
    private final Function<RunId, Optional<Instant>> begun;
    private final Function<RunId, Waivers> waived;

    /**
     * What judges.
     *
     * @param altered how the folder differs, a few words a file
     */
    private record Standing(ActiveVersion version, DroolsRuleBook book, List<String> altered) {
        Optional<String> unused() {
            return altered.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the rules on disk are not those that are active (version "
                                    + version.version().brief() + ") and are not used: " + String.join(", ", altered)
                                    + "; ./vesper rules draft begin --folder makes a draft of them, which others must agree to");
        }
    }

    /**
     * What judges a run that began before others became active: asked again with each slice of its orders.
     *
     * @param beside what stood then; with it changes whose code is trusted
     */
    private record Older(RulesVersion version, Standing beside, DroolsRuleBook book) {}

    private volatile @Nullable Older older;

    private WatchedRules(
            Path folder,
            Path state,
            ActiveRules active,
            KeptRules kept,
            Function<RunId, Optional<Instant>> begun,
            Function<RunId, Waivers> waived) {
        this.state = state;
        this.disk = new WrittenFolder(folder, state);
        this.active = active;
        this.kept = kept;
        this.begun = begun;
        this.waived = waived;
        this.folder = new WatchedFolder<>(
                WORDS,
                this::read,
                standing -> standing.book().versions(),
                new WatchedFolder.Beside<>(
                        Standing::unused, standing -> !standing.version().equals(active.standing())),
                List.of(folder, RuleTrust.list(state)));
    }

    /**
     * Reads what is active, the folder, and the state folder's list of trusted code. Where it cannot be read, runs that were
     * judged before go on, and none is judged.
     *
     * @param state where {@code ./vesper rules trust} keeps its list
     * @param begun when a run began; empty where there is no such run
     * @param waived what two people had agreed to by then, and what holds on its date
     */
    public static WatchedRules open(
            Path folder,
            Path state,
            ActiveRules active,
            KeptRules kept,
            Function<RunId, Optional<Instant>> begun,
            Function<RunId, Waivers> waived) {
        return new WatchedRules(folder, state, active, kept, begun, waived);
    }

    private Standing read() {
        RuleTrust trust = RuleTrust.of(state);
        Optional<ActiveVersion> now = active.now();
        if (now.isEmpty()) {
            FileSet found = disk.read();
            DroolsRuleBook book = new DroolsRuleBook(found, trust); // what judges nothing is not taken up
            return new Standing(active.adopt(() -> found), book, List.of());
        }
        ActiveVersion version = now.get();
        if (disk.wasWriting(version.version())) {
            disk.write(active.before(version), active.files(version));
        }
        FileSet files;
        List<String> altered;
        try {
            FileSet found = disk.read();
            files = found.sha256().equals(version.version().sha256()) ? found : active.files(version);
            altered = RuleChanges.altered(files, found);
        } catch (Problem unread) {
            files = active.files(version);
            altered = List.of(String.valueOf(unread.getMessage()));
        }
        return new Standing(version, new DroolsRuleBook(files, trust), altered);
    }

    /** The folder, for whoever looks whether it changed. */
    public WatchedFolder<?> folder() {
        return folder;
    }

    /**
     * The rules that are active, loaded as they judge.
     *
     * @throws Problem where those that are active could not be loaded, so that others judge
     */
    public DroolsRuleBook live() {
        folder.refresh();
        folder.cause().ifPresent(unloaded -> {
            throw unloaded;
        });
        Standing standing = folder.standing();
        if (!standing.version().equals(active.standing())) {
            throw Problem.unavailable("Expected version "
                    + active.standing().version().brief() + " of the rules to be loaded, but it is "
                    + standing.version().version().brief());
        }
        return standing.book();
    }

    @Override
    public RuleBook of(RunId run) {
        DroolsRuleBook book = waived(run);
        kept.save(run, book.files());
        return book;
    }

    @Override
    public RuleBook now(RunId run) {
        return waived(run);
    }

    private DroolsRuleBook waived(RunId run) {
        folder.refresh();
        DroolsRuleBook judging = judging(run);
        return judging.waiving(waived.apply(run).of(judging.waivable()::contains));
    }

    @Override
    public ApprovalRules by(RunId run) {
        folder.refresh();
        return judging(run);
    }

    @Override
    public List<WaivableRules.Rule> all() {
        return folder.standing().book().waivableRules();
    }

    private DroolsRuleBook judging(RunId run) {
        Standing standing = folder.standing();
        ActiveVersion version = begun.apply(run).map(active::at).orElse(standing.version());
        if (version.version().equals(standing.version().version())) {
            return standing.book();
        }
        Older known = older;
        if (known == null
                || !known.version().equals(version.version())
                || !known.beside().equals(standing)) {
            known = new Older(
                    version.version(), standing, new DroolsRuleBook(active.files(version), RuleTrust.of(state)));
            older = known;
        }
        return known.book();
    }

    @Override
    public List<Verdict> check(AccountBook book, DecisionSink told) {
        return folder.standing().book().check(book, told);
    }

    @Override
    public List<Breach> standing(AccountBook book) {
        return folder.standing().book().standing(book);
    }

    @Override
    public Bounds bounds(AccountBook book, Collection<String> symbols) {
        return folder.standing().book().bounds(book, symbols);
    }

    @Override
    public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
        return folder.standing().book().refused(book, trials);
    }

    @Override
    public List<ApprovalsNeeded.Asked> asked(List<ProposedAccount> accounts) {
        return folder.standing().book().asked(accounts);
    }

    @Override
    public SortedMap<String, String> versions() {
        return folder.standing().book().versions();
    }

    @Override
    public SortedMap<String, String> versions(RunId run) {
        return kept.used()
                .of(run)
                .orElseGet(() -> folder.current()
                        .map(standing -> standing.book().versions())
                        .orElseGet(TreeMap::new));
    }
}
