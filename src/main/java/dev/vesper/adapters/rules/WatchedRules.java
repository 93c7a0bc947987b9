package dev.vesper.adapters.rules;

import dev.vesper.adapters.FolderState;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalRules;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.rebalance.RulesUsed;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder as it stands: a change on disk that can be read judges the next run, one that cannot is named while
 * the rules before it stay. A run is judged by one state of the folder from its first account to its last, and its report
 * names that one. Several threads may use it.
 */
public final class WatchedRules implements RuleBook, ApprovalRules {
    private final Supplier<DroolsRuleBook> reader;
    private final FolderState folder;
    private final RulesUsed used;
    private @Nullable DroolsRuleBook current;
    private Optional<String> trouble = Optional.empty();
    private @Nullable Problem cause;

    /**
     * Reads the folder. Where it cannot be read, runs that were judged before go on, and none is judged.
     *
     * @param reader reads and compiles the folder
     * @param files the folder and what else decides how it is read, for example the list of trusted code
     */
    WatchedRules(Supplier<DroolsRuleBook> reader, List<Path> files, RulesUsed used) {
        this.reader = reader;
        this.folder = new FolderState(files);
        this.used = used;
        look();
    }

    /**
     * Reads the folder, and the state folder's list of trusted code.
     *
     * @param state where {@code ./vesper rules trust} keeps its list
     */
    public static WatchedRules open(Path folder, Path state, RulesUsed used) {
        return new WatchedRules(
                () -> new DroolsRuleBook(folder, RuleTrust.of(state)), List.of(folder, RuleTrust.list(state)), used);
    }

    /**
     * Looks whether the folder changed since the last look, and reads it where it did.
     *
     * @return what there is to say to people: which files changed, and whether they judge from now on; empty where
     *     nothing changed
     */
    public synchronized Optional<String> look() {
        if (!folder.changed()) {
            return Optional.empty();
        }
        DroolsRuleBook before = current;
        try {
            DroolsRuleBook read = reader.get();
            boolean mended = trouble.isPresent();
            current = read;
            trouble = Optional.empty();
            cause = null;
            if (before == null) {
                return mended ? Optional.of("the rules can be read again") : Optional.empty();
            }
            SortedMap<String, String> changes = changes(before.versions(), read.versions());
            if (changes.isEmpty()) {
                return mended ? Optional.of("the rules are as they were before") : Optional.empty();
            }
            return Optional.of("the rules changed and judge the next run: " + String.join(", ", changes.values()));
        } catch (Problem invalid) {
            String said = "the rules on disk cannot be used: " + invalid.getMessage()
                    + (before == null ? "; no run is judged before they are mended" : "; those before it stay");
            cause = invalid;
            boolean known = trouble.equals(Optional.of(said));
            trouble = Optional.of(said);
            return known ? Optional.empty() : trouble;
        }
    }

    /** What is wrong with the folder as it lies on disk now, or empty. */
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    /**
     * Refuses a folder that cannot be read.
     *
     * @throws Problem of kind INPUT, naming the file and line that does not hold; REFUSED where code in it is not trusted
     */
    public synchronized void require() {
        if (current == null && cause != null) {
            throw cause;
        }
    }

    @Override
    public RuleBook of(RunId run) {
        look();
        DroolsRuleBook book = standing();
        used.save(run, book.versions());
        return book;
    }

    @Override
    public List<Verdict> check(AccountBook book) {
        return standing().check(book);
    }

    @Override
    public List<ApprovalsNeeded.Asked> asked(List<ProposedAccount> accounts) {
        return standing().asked(accounts);
    }

    @Override
    public SortedMap<String, String> versions() {
        return standing().versions();
    }

    @Override
    public SortedMap<String, String> versions(RunId run) {
        return used.of(run).orElseGet(() -> {
            synchronized (this) {
                return current == null ? new TreeMap<>() : current.versions();
            }
        });
    }

    private synchronized DroolsRuleBook standing() {
        DroolsRuleBook book = current;
        if (book == null) {
            throw Problem.unavailable("Expected rules to judge by, but " + trouble.orElse("there are none"));
        }
        return book;
    }

    private static SortedMap<String, String> changes(SortedMap<String, String> before, SortedMap<String, String> now) {
        SortedMap<String, String> changes = new TreeMap<>();
        now.forEach((path, version) -> {
            if (!before.containsKey(path)) {
                changes.put(path, path + " is new");
            } else if (!version.equals(before.get(path))) {
                changes.put(path, path + " is now " + version);
            }
        });
        before.keySet().stream()
                .filter(path -> !now.containsKey(path))
                .forEach(path -> changes.put(path, path + " is gone"));
        return changes;
    }
}
