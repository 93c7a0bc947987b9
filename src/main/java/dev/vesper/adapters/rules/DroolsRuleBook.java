package dev.vesper.adapters.rules;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.Registry;
import dev.vesper.desk.approval.ApprovalRules;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.waiver.WaivableRules;
import dev.vesper.desk.workbench.replay.CandidateBook;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Bounds;
import dev.vesper.limits.bounds.ComplianceBounds;
import dev.vesper.limits.bounds.LimitBounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.judging.StandingBreaches;
import dev.vesper.limits.judging.WaivedCompliance;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The rules of a folder: tables in {@code limits} and {@code approvals}, tables and DRL in {@code compliance}. Several threads may
 * use it.
 *
 * <p>Each order is first judged as it is proposed, by compliance and by the limits that bind one order. What all orders
 * of an account share (turnover, then sectors, then gross exposure) is judged on what those leave. What
 * that leaves is judged again until nothing changes, so that applying all verdicts at once leaves a book that breaks no
 * hard limit.
 */
public final class DroolsRuleBook implements CandidateBook, ApprovalRules {
    private final LoadedRules rules;

    /**
     * Reads and compiles the folder.
     *
     * @param trust which DRL may be compiled
     * @throws dev.vesper.basics.Problem of kind INPUT, naming the file and line that does not hold; REFUSED where DRL is not
     *     trusted
     */
    public DroolsRuleBook(Path folder, RuleTrust trust) {
        this(folder, Measures.ALL, KnownFirm.NONE, trust);
    }

    /**
     * Reads and compiles the folder, whose tables may limit these measures.
     *
     * @param firm by which tables are looked at
     * @throws dev.vesper.basics.Problem of kind INPUT, naming the file and line that does not hold
     */
    public DroolsRuleBook(Path folder, Registry<Measure> measures, KnownFirm firm, RuleTrust trust) {
        this(RulesFolder.read(folder), measures, firm, trust);
    }

    /**
     * Compiles files that lie in no folder, for whatever firm.
     *
     * @param files by their path below the rules folder
     * @throws dev.vesper.basics.Problem as above
     */
    public DroolsRuleBook(FileSet files, RuleTrust trust) {
        this(files, Measures.ALL, KnownFirm.ANY, trust);
    }

    private DroolsRuleBook(FileSet files, Registry<Measure> measures, KnownFirm firm, RuleTrust trust) {
        this(LoadedRules.of(files, measures, firm, trust));
    }

    private DroolsRuleBook(LoadedRules rules) {
        this.rules = rules;
    }

    @Override
    public void require(FirmColumns columns) {
        rules.tables().forEach(table -> table.require(columns));
        rules.compliance().require(columns);
    }

    /** Its limits, in the order of judging. */
    public List<LimitTable> tables() {
        return List.copyOf(rules.tables());
    }

    @Override
    public List<Verdict> check(AccountBook book, DecisionSink told) {
        return rules.check(book, told);
    }

    @Override
    public Bounds bounds(AccountBook book, Collection<String> symbols) {
        return LimitBounds.of(rules.on(book.date()), rules.onItsDay(book), symbols, rules.waivers());
    }

    @Override
    public List<OrderBound> refused(AccountBook book, List<ParentOrder> trials) {
        return ComplianceBounds.of(
                new WaivedCompliance(rules.compliance(), rules.waivers()), rules.onItsDay(book), trials);
    }

    /** Its lists of names. */
    public List<NamedList> lists() {
        return rules.lists().all();
    }

    @Override
    public List<Breach> standing(AccountBook book) {
        return StandingBreaches.of(List.copyOf(rules.tables()), book, rules.waivers());
    }

    @Override
    public Waivers waivers() {
        return rules.waivers();
    }

    @Override
    public DroolsRuleBook waiving(Waivers waivers) {
        return new DroolsRuleBook(rules.waiving(waivers));
    }

    /** Names of its rules that may be waived. */
    Set<String> waivable() {
        return rules.waivable();
    }

    /** Its limits and compliance rules, as far as waivers ask. */
    List<WaivableRules.Rule> waivableRules() {
        List<WaivableRules.Rule> all = new ArrayList<>();
        for (LimitTable table : rules.tables()) {
            String name = table.rule().name();
            all.add(new WaivableRules.Rule(
                    name,
                    waivable().contains(name),
                    /* limit= */ true,
                    table.measure().highestLimit()));
        }
        for (RuleInfo rule : rules.compliance().infos()) {
            String name = rule.rule().name();
            all.add(new WaivableRules.Rule(name, waivable().contains(name), /* limit= */ false, Optional.empty()));
        }
        return all;
    }

    /** One of its limit tables. */
    Optional<DmnLimitTable> limit(String rule) {
        return rules.tables().stream()
                .filter(table -> table.rule().name().equals(rule))
                .findFirst();
    }

    /** Its files as they lay on disk. */
    FileSet files() {
        return rules.files();
    }

    /**
     * What one rule says where it judges alone, and lists are as the book has them: a case of its scenarios must not fail for
     * another file's change.
     */
    List<Verdict> check(String rule, AccountBook book, DecisionSink told) {
        return rules.check(rule, book, told);
    }

    @Override
    public List<ApprovalsNeeded.Asked> asked(List<ProposedAccount> accounts) {
        return rules.approvals().stream()
                .flatMap(table -> table.ask(accounts).stream())
                .toList();
    }

    /** What one table asks where it judges alone. */
    ApprovalsNeeded.Asked asked(String rule, ProposedAccount account) {
        return rules.approvals().stream()
                .filter(table -> table.info().rule().name().equals(rule))
                .findFirst()
                .orElseThrow()
                .ask(List.of(account))
                .getFirst();
    }

    @Override
    public SortedMap<String, String> versions() {
        return rules.versions();
    }

    /** All rules with their rows, limits first in the order of judging. */
    public List<RuleInfo> rules() {
        List<RuleInfo> infos = new ArrayList<>();
        rules.tables().forEach(t -> infos.add(t.info()));
        infos.addAll(rules.compliance().infos());
        rules.approvals().forEach(t -> infos.add(t.info()));
        return infos;
    }
}
