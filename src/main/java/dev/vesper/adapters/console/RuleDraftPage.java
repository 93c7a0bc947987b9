package dev.vesper.adapters.console;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.way.ProposalPicture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of the rules: what it changes, what is found in it, its cases, who must agree, and what became of it. */
public final class RuleDraftPage implements Page {
    /** Where a draft is shown; its forms go below. */
    static final String PATH = "rules/drafts/{draft}";

    /** Where the script that draws asks where the proposal stands. */
    public static final PagePath STATE = new PagePath(PATH + "/state");

    /** The process that leads it there. */
    public static final PagePath PROCESSES = new PagePath(PATH + "/processes");

    private static final String TABLE = ".dmn";
    private static final int SHOWN = 300;

    /**
     * What the template shows.
     *
     * @param seen the sum of the draft, which its forms repeat
     * @param base what it was begun on
     * @param changed one a file that is another
     * @param cells what is another, cell by cell
     * @param more how many differences are beyond those, in words; empty where all are shown
     * @param look what is found and who must agree; null where the change is over
     * @param way where its newest proposal stands, in words; empty where it was never proposed
     * @param drawn where the process for the diagram is; empty where there is none
     * @param proposal what is asked of checkers; null where nothing is
     * @param steps what happened to it, oldest first
     */
    public record Model(
            RuleDraftLine line,
            String href,
            String seen,
            String version,
            String base,
            List<File> changed,
            List<Cell> cells,
            String more,
            @Nullable Look look,
            String way,
            String drawn,
            @Nullable Asking proposal,
            List<StepLine> steps,
            May may) {}

    /** One file that is another, and where its table is shown. */
    public record File(String file, String href) {}

    /** One cell that is another. */
    public record Cell(String file, String where, String before, String after) {}

    /**
     * What there is to see of it before it is agreed to.
     *
     * @param verdict in a sentence
     * @param findings those that are no cases
     * @param cases those that the rules contradict
     * @param sheets their sheets, one each
     * @param checkers how many must agree, in words
     * @param effect what it would have made of recorded days, in words; empty before it is proposed
     * @param shown sum of all of it
     * @param base the version that judges now
     * @param outdated whether other rules judge than those that it was begun on
     */
    public record Look(
            String verdict,
            Tone tone,
            List<FindingLine> findings,
            List<FindingLine> cases,
            List<Sheet> sheets,
            String checkers,
            String because,
            String effect,
            String shown,
            String base,
            boolean outdated) {}

    /** A sheet with cases that the rules contradict, and how many. */
    public record Sheet(String file, int failing) {}

    /**
     * What is asked of checkers.
     *
     * @param until when nobody is asked any more; empty where that never is
     * @param missing how many have not agreed yet, in words; empty where all did
     */
    public record Asking(
            int number,
            String by,
            String reason,
            String from,
            String until,
            boolean urgent,
            String checkers,
            String because,
            String agreed,
            String missing) {}

    /** One thing that happened to it. */
    public record StepLine(String at, String by, String act, String files, String version, String note) {}

    /**
     * What whoever looks may do with it here.
     *
     * @param edit writes it, proposes it, takes it back
     * @param check agrees, says no, activates
     * @param maker whether they wrote any of it, and so do not check it
     * @param command whether commands do it, since who looks did not sign in
     */
    public record May(boolean edit, boolean check, boolean maker, boolean command) {}

    @Override
    public String word() {
        return "rule-draft";
    }

    @Override
    public String title() {
        return "Change of rules";
    }

    @Override
    public String help() {
        return "rule-changes#a-change";
    }

    @Override
    public PagePath path() {
        return new PagePath(PATH);
    }

    @Override
    public boolean draws(Record model) {
        return model instanceof Model shown && !shown.drawn().isEmpty();
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of());
        String id = asked.path().getOrDefault("draft", "");
        Draft draft = operations.drafts().show(id);
        RuleDraftLine line = RuleDraftLine.of(draft);
        Optional<ChangeProposal> proposal = line.over()
                ? Optional.empty()
                : operations.drafts().proposals(id).stream().findFirst();
        ChangeShown shown = line.over()
                ? null
                : operations
                        .drafts()
                        .look(id, proposal.map(ChangeProposal::urgent).orElse(false));
        ProposalPicture way = operations.drafts().way(id);
        List<RuleDifference> differences = shown == null ? past(operations, draft) : shown.differences();
        return new Model(
                line,
                line.href(),
                draft.now().sha256(),
                draft.now().brief(),
                draft.base().brief(),
                differences.stream()
                        .map(RuleDifference::file)
                        .distinct()
                        .map(file -> new File(
                                file, file.endsWith(TABLE) && !line.over() ? RuleTablePage.href(file, id) : ""))
                        .toList(),
                differences.stream().limit(SHOWN).map(RuleDraftPage::cell).toList(),
                differences.size() > SHOWN
                        ? "The first " + SHOWN + " of " + Counted.of(differences.size(), "difference") + "."
                        : "",
                shown == null ? null : look(shown, draft, proposal.isPresent()),
                way.proposal() == 0 ? "" : way.sentence(),
                way.elements().isEmpty() ? "" : PROCESSES.fill(Map.of("draft", id)),
                proposal.map(RuleDraftPage::asking).orElse(null),
                draft.steps().stream().map(RuleDraftPage::step).toList(),
                may(draft, asked.caller()));
    }

    /** What it changed, where that can still be told. */
    private static List<RuleDifference> past(Operations operations, Draft draft) {
        try {
            return operations.rules().differences(draft.base().sha256(), draft.id());
        } catch (Problem gone) {
            return List.of();
        }
    }

    private static Cell cell(RuleDifference one) {
        String row = one.row() == 0 ? "" : "row " + one.row();
        return new Cell(
                one.file(),
                row + (row.isEmpty() || one.column().isEmpty() ? "" : ", ") + one.column(),
                one.before(),
                one.after());
    }

    private static Look look(ChangeShown shown, Draft draft, boolean proposed) {
        List<Finding> cases =
                shown.errors().stream().filter(FindingLine::ofCase).toList();
        List<FindingLine> others = shown.findings().stream()
                .filter(finding -> !FindingLine.ofCase(finding))
                .sorted(Comparator.comparing(Finding::severity))
                .map(finding -> FindingLine.of(finding, draft.id()))
                .toList();
        int errors = shown.errors().size();
        return new Look(
                verdict(shown.changed().isEmpty(), errors),
                errors > 0 ? Tone.BAD : shown.changed().isEmpty() ? Tone.QUIET : Tone.GOOD,
                others,
                cases.stream().map(one -> FindingLine.of(one, draft.id())).toList(),
                cases.stream()
                        .map(Finding::file)
                        .distinct()
                        .map(file -> new Sheet(file, (int) cases.stream()
                                .filter(one -> one.file().equals(file))
                                .count()))
                        .toList(),
                Counted.of(shown.checkers(), "person", "people"),
                shown.because(),
                proposed ? shown.effect().sentence() : "",
                Sha256.shortened(shown.sum()),
                shown.base().brief(),
                !shown.base().sha256().equals(draft.base().sha256()));
    }

    private static String verdict(boolean same, int errors) {
        if (same) {
            return "It changes nothing yet.";
        }
        return errors == 0
                ? "Nothing stands against it."
                : Counted.of(errors, "error") + (errors == 1 ? " stands" : " stand") + " against it.";
    }

    private static Asking asking(ChangeProposal asked) {
        int missing = asked.checkers() - asked.approvals().size();
        return new Asking(
                asked.number(),
                asked.by(),
                asked.reason(),
                Numbers.stamp(asked.from()),
                asked.expires() ? Numbers.stamp(asked.until()) : "",
                asked.urgent(),
                Counted.of(asked.checkers(), "person", "people"),
                asked.because(),
                String.join(", ", asked.approvals()),
                missing <= 0 ? "" : Counted.of(missing, "person", "people"));
    }

    private static StepLine step(Draft.Step step) {
        return new StepLine(
                Numbers.stamp(step.at()),
                step.by(),
                step.act(),
                String.join(", ", step.files()),
                step.version(),
                step.note());
    }

    /** Nobody is shown a button that never works; whether it works is decided behind the operations. */
    private static May may(Draft draft, Caller caller) {
        boolean signed = caller instanceof SignedIn;
        boolean maker = caller.person()
                .filter(me -> draft.makers().stream().anyMatch(one -> PersonName.same(one, me)))
                .isPresent();
        return new May(
                signed && caller.may(Permission.EDIT_RULES),
                signed && caller.may(Permission.CHECK_RULES),
                maker,
                !signed);
    }
}
