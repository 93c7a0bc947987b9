package dev.vesper.adapters.rules;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.BookCheck;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.lists.NamedLists;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All rules of one state of the folder, compiled.
 *
 * @param tables in the order of judging
 * @param approvals by name
 * @param lists by name
 * @param versions by path
 * @param files the same as they lay on disk
 * @param waivable names of the rules that may be waived
 * @param waivers that were in force when the files judged a run; none of files that have judged none
 */
record LoadedRules(
        List<DmnLimitTable> tables,
        Compliance compliance,
        List<DmnApprovalTable> approvals,
        NamedLists lists,
        SortedMap<String, String> versions,
        FileSet files,
        Set<String> waivable,
        Waivers waivers) {

    static LoadedRules of(FileSet folder, Registry<Measure> measures, KnownFirm known, RuleTrust trust) {
        List<RuleFile> lists = RuleFile.all(folder, RuleKind.LIST);
        KnownFirm firm =
                known.withLists(lists.stream().map(file -> file.rule().name()).toList());
        List<RuleFile> limits = RuleFile.all(folder, RuleKind.LIMIT);
        List<RuleFile> code = RuleFile.all(folder, RuleKind.COMPLIANCE);
        List<RuleFile> compliance = RuleFile.all(folder, RuleKind.COMPLIANCE_TABLE);
        // a folder without such tables asks for one checker; required.txt declares the delivered one
        List<RuleFile> approvals = RuleFile.all(folder, RuleKind.APPROVAL);
        code.forEach(trust::require);
        SortedMap<String, String> versions = new TreeMap<>();
        Map<String, byte[]> files = new HashMap<>();
        Map<String, String> pathByName = new HashMap<>(Map.of(CashLimit.RULE.name(), "code"));
        for (RuleFile file : Stream.of(limits, code, compliance, approvals, lists)
                .flatMap(List::stream)
                .toList()) {
            String other = pathByName.put(file.rule().name(), file.path());
            if (other != null) {
                throw file.problem(
                        0,
                        "Expected every rule to have a name of its own, but \""
                                + file.rule().name() + "\" is also the rule in " + other + "; maybe rename the file");
            }
            versions.put(file.path(), file.rule().version());
            files.putAll(file.kept().files());
        }
        twins(lists);
        RequiredRules.check(folder, versions.keySet());
        Comparator<DmnLimitTable> judging = Comparator.comparingInt(
                t -> measures.words().indexOf(t.measure().label()));
        List<DmnLimitTable> tables = limits.stream()
                .map(file -> DmnLimitTable.compile(new Findings(file), measures, firm))
                .sorted(judging.thenComparing(t -> t.rule().name()))
                .toList();
        return new LoadedRules(
                tables,
                new Compliance(
                        ComplianceRules.compile(code),
                        compliance.stream()
                                .map(file -> DmnComplianceTable.compile(new Findings(file), firm))
                                .toList()),
                approvals.stream()
                        .map(Findings::new)
                        .map(DmnApprovalTable::compile)
                        .toList(),
                new NamedLists(lists.stream()
                        .map(file -> ListFile.read(new Findings(file), firm))
                        .toList()),
                Collections.unmodifiableSortedMap(versions),
                new FileSet(files),
                WaivableFile.names(folder, versions.keySet()),
                WaiversFile.of(folder));
    }

    /** The same with other waivers; files and versions name them, where there are any. */
    LoadedRules waiving(Waivers others) {
        Map<String, byte[]> with = new HashMap<>(files.files());
        SortedMap<String, String> named = new TreeMap<>(versions);
        with.remove(WaiversFile.NAME);
        named.remove(WaiversFile.NAME);
        if (!others.isEmpty()) {
            byte[] written = WaiversFile.write(others);
            with.put(WaiversFile.NAME, written);
            named.put(WaiversFile.NAME, Sha256.shortOf(written));
        }
        return new LoadedRules(
                tables,
                compliance,
                approvals,
                lists,
                Collections.unmodifiableSortedMap(named),
                new FileSet(with),
                waivable,
                others);
    }

    /** Tables ask for a list in any spelling of its name. */
    private static void twins(List<RuleFile> lists) {
        Map<String, RuleFile> byKey = new HashMap<>();
        for (RuleFile file : lists) {
            RuleFile other = byKey.put(Fields.key(file.rule().name()), file);
            if (other != null) {
                throw file.problem(
                        0,
                        "Expected lists whose names differ in more than capitals and hyphens, but rules/" + other.path()
                                + " and this one mean the same list; maybe rename one");
            }
        }
    }

    /** One rule alone, as if there were no other. */
    List<Verdict> check(String rule, AccountBook book, DecisionSink told) {
        List<LimitTable> one = on(book.date()).stream()
                .filter(t -> t.rule().name().equals(rule))
                .toList();
        return new BookCheck(
                        one,
                        asked -> new ArrayList<>(compliance.judge(asked).stream()
                                .filter(v -> v.rule().name().equals(rule))
                                .toList()))
                .check(book, told);
    }

    List<Verdict> check(AccountBook book, DecisionSink told) {
        return new BookCheck(on(book.date()), compliance, waivers).check(onItsDay(book), told);
    }

    /** The tables with the rows that hold on a day. */
    List<LimitTable> on(LocalDate day) {
        return tables.stream().<LimitTable>map(table -> table.on(day)).toList();
    }

    /** The book where the lists stand as they do on its date. */
    AccountBook onItsDay(AccountBook book) {
        return book.withLists(lists.on(book.date()));
    }
}
