package dev.vesper.desk.workbench;

import dev.vesper.basics.FieldSum;
import java.util.List;

/**
 * All that whoever proposes or checks a change has before them.
 *
 * @param draft its id
 * @param base the version that is active now
 * @param version what would be
 * @param changed files that are others then
 * @param differences cell by cell where a file is a table, else a line a file
 * @param findings all that there is to say of the files; an error stands against it
 * @param checkers how many people must agree
 * @param because why so many
 * @param effect what it would have made of recorded days
 * @param sum over all of it: another one where anything is another
 */
public record ChangeShown(
        String draft,
        RulesVersion base,
        RulesVersion version,
        List<String> changed,
        List<RuleDifference> differences,
        List<Finding> findings,
        int checkers,
        String because,
        ReplayEffect effect,
        String sum) {
    public ChangeShown {
        changed = List.copyOf(changed);
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }

    static ChangeShown of(
            String draft,
            RulesVersion base,
            RulesVersion version,
            List<String> changed,
            List<RuleDifference> differences,
            List<Finding> findings,
            Checkers.Asked asked,
            ReplayEffect effect) {
        FieldSum sum = new FieldSum();
        sum.add(draft);
        sum.add(base.sha256());
        sum.add(version.sha256());
        sum.add(String.valueOf(asked.people()));
        sum.add(asked.because());
        sum.add(effect.toString());
        findings.forEach(finding -> sum.add(finding.toString()));
        return new ChangeShown(
                draft,
                base,
                version,
                changed,
                differences,
                findings,
                asked.people(),
                asked.because(),
                effect,
                sum.hex());
    }

    /** The same with what a replay shows, and how many must agree then. */
    ChangeShown with(Checkers.Asked asked, ReplayEffect replayed) {
        return of(draft, base, version, changed, differences, findings, asked, replayed);
    }

    /** What stands against it: the errors among the findings. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }
}
