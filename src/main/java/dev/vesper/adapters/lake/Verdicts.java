package dev.vesper.adapters.lake;

import dev.vesper.basics.Numbers;
import dev.vesper.data.Check;
import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import dev.vesper.data.Severity;
import dev.vesper.data.TableContract;
import dev.vesper.data.Tolerance;
import dev.vesper.desk.checkdata.DataCheck.Breach;
import dev.vesper.desk.checkdata.RuleQuality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns counts into breaches: a rule fails where its tolerance does not allow what was found. */
final class Verdicts {
    private final TableContract table;
    private final Judgement found;
    private final LocalDate asOf;

    /** @param asOf the business date, whose prices must be there whether it was asked for or not */
    Verdicts(TableContract table, Judgement found, LocalDate asOf) {
        this.table = table;
        this.found = found;
        this.asOf = asOf;
    }

    /** Errors first, each group in the contract's order; what is not checked comes last. */
    List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        for (Judgement.Count count : found.counts()) {
            QualityRule rule = count.rule();
            if (!rule.tolerance().allows(count.rows(), found.rows())) {
                String aside = rule.quarantine() && count.rows() > 0 ? "; set aside" : "";
                breaches.add(breach(rule, count.rows(), ofRows(count.rows()) + aside, count.example()));
            }
        }
        for (QualityRule rule : table.rules()) {
            switch (rule.check()) {
                case Check.BadRows check -> badRows(rule, check, breaches);
                case Check.RowCount check -> rowCount(rule, check, breaches);
                default -> {} // judged above, row by row
            }
        }
        breaches.sort(java.util.Comparator.comparing(b -> b.severity() != Severity.ERROR));
        for (NotChecked rule : found.notChecked()) {
            breaches.add(new Breach(
                    rule.rule(), Severity.WARNING, 0, "Not checked: \"" + rule.rule() + "\" is " + why(rule), ""));
        }
        return breaches;
    }

    /** What each rule found, in the contract's order: those of single rows, then those of the table. */
    List<RuleQuality> quality() {
        List<RuleQuality> rules = new ArrayList<>();
        for (Judgement.Count count : found.counts()) {
            rules.add(quality(count.rule(), count.rows()));
        }
        for (QualityRule rule : table.rules()) {
            switch (rule.check()) {
                case Check.BadRows check -> rules.add(quality(rule, bad(check)));
                case Check.RowCount check -> rules.add(quality(rule, good(check)));
                default -> {} // judged above, row by row
            }
        }
        return rules;
    }

    private RuleQuality quality(QualityRule rule, long rows) {
        return new RuleQuality(
                rule.id(),
                rule.sentence(),
                rule.severity(),
                rows,
                !(rule.check() instanceof Check.OfTable) && rule.quarantine(),
                !rule.tolerance().allows(rows, found.rows()));
    }

    private long bad(Check.BadRows check) {
        return found.bad()
                - found.counts().stream()
                        .filter(count -> check.ignoring().contains(count.rule().id()))
                        .mapToLong(Judgement.Count::alone)
                        .sum();
    }

    private long good(Check.RowCount check) {
        return check.businessDate() ? found.onBusinessDate() : found.good();
    }

    static boolean blocking(List<Breach> breaches) {
        return breaches.stream().anyMatch(b -> b.severity() == Severity.ERROR);
    }

    private static String why(NotChecked rule) {
        return rule.why().startsWith("no ") ? "in the contract, but " + rule.why() : rule.why();
    }

    private void badRows(QualityRule rule, Check.BadRows check, List<Breach> breaches) {
        long bad = bad(check);
        String example = found.counts().stream()
                .filter(count -> count.rule().quarantine()
                        && !check.ignoring().contains(count.rule().id()))
                .map(Judgement.Count::example)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (!rule.tolerance().allows(bad, found.rows())) {
            breaches.add(breach(rule, bad, ofRows(bad) + " set aside", example));
        }
    }

    private void rowCount(QualityRule rule, Check.RowCount check, List<Breach> breaches) {
        boolean onDate = check.businessDate();
        long good = good(check);
        if (!rule.tolerance().allows(good, found.rows())) {
            String day = onDate
                    ? " for " + asOf
                            + (found.lastDate() == null ? "" : "; the newest good row is of " + found.lastDate())
                    : "";
            breaches.add(breach(rule, good, "found " + good + day, ""));
        }
    }

    private static Breach breach(QualityRule rule, long rows, String what, String example) {
        String allowed = rule.tolerance().equals(Tolerance.none())
                ? ""
                : ", but must be " + rule.tolerance().phrase();
        return new Breach(rule.id(), rule.severity(), rows, rule.sentence() + ": " + what + allowed, example);
    }

    private String ofRows(long rows) {
        return Numbers.count(rows) + " of " + Numbers.count(found.rows()) + " rows ("
                + Numbers.percent(Tolerance.share(rows, found.rows()) / 100, 2) + ")";
    }
}
