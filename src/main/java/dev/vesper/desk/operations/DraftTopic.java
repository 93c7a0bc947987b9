package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.ChangeShown;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.MergeConflict;
import dev.vesper.desk.workbench.MergedDraft;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.way.DrawnChange;
import dev.vesper.desk.workbench.way.ProposalPicture;
import dev.vesper.desk.workbench.way.ProposalWalk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes of the rules, for one caller: who writes them, and who checks them, has signed in. */
record DraftTopic(Guard guard, Supplier<RuleChanges> changes, Supplier<Optional<DrawnChange>> drawn)
        implements RuleDrafts {
    private String maker(String what) {
        return guard.named(Permission.EDIT_RULES, what, () -> false);
    }

    private String checker(String what) {
        return guard.named(Permission.CHECK_RULES, what, () -> false);
    }

    @Override
    public List<Draft> all() {
        return changes.get().drafts().all();
    }

    @Override
    public Draft show(String draft) {
        return changes.get().drafts().find(draft);
    }

    @Override
    public ChangeShown look(String draft, boolean urgent) {
        return changes.get().shown(draft, urgent);
    }

    @Override
    public List<ChangeProposal> proposals(String draft) {
        return changes.get().proposal(draft).stream().toList();
    }

    @Override
    public ProposalPicture way(String draft) {
        return ProposalWalk.of(
                show(draft),
                changes.get().proposal(draft),
                drawn.get(),
                guard.clock().instant());
    }

    @Override
    public List<RunProcess> processes(String draft) {
        if (way(draft).proposal() == 0) {
            return List.of();
        }
        return drawn.get().stream()
                .map(file -> new RunProcess(file.process(), file.name(), file.sha256(), file.bpmn(), List.of()))
                .toList();
    }

    @Override
    public Draft begin(String title, boolean folder) {
        String by = maker("begin a draft of the rules");
        RuleChanges rules = changes.get();
        if (!folder) {
            return rules.drafts().begin(title, by);
        }
        return rules.drafts().begin(title, rules.folder().read(), by);
    }

    @Override
    public Draft accept(String draft, String sheet, int line, String seen) {
        String by = maker("write a draft of the rules");
        return changes.get().accept(draft, sheet, line, seen, by);
    }

    @Override
    public Draft write(String draft, String file, String text, String seen, String note) {
        String by = maker("write a draft of the rules");
        return changes.get().drafts().write(draft, file, text.getBytes(StandardCharsets.UTF_8), seen, by, note);
    }

    @Override
    public Draft remove(String draft, String file, String seen, String note) {
        String by = maker("write a draft of the rules");
        return changes.get().drafts().remove(draft, file, seen, by, note);
    }

    @Override
    public Draft undo(String draft, String seen) {
        String by = maker("write a draft of the rules");
        return changes.get().drafts().undo(draft, seen, by);
    }

    @Override
    public MergedDraft merge(String draft, String seen, String keep) {
        String by = maker("merge a draft of the rules");
        MergeConflict.Keep whose = switch (keep) {
            case "" -> MergeConflict.Keep.NEITHER;
            case "active" -> MergeConflict.Keep.ACTIVE;
            case "draft" -> MergeConflict.Keep.DRAFT;
            default ->
                throw Problem.usage("Expected draft or active, whose word is to count, but got \""
                        + Problem.shortened(Visible.line(keep)) + "\"");
        };
        return changes.get().merge(draft, seen, whose, by);
    }

    @Override
    public Draft discard(String draft, String reason) {
        String by = maker("discard a draft of the rules");
        return changes.get().drafts().discard(draft, by, reason);
    }

    @Override
    public ChangeProposal propose(String draft, String from, boolean urgent, String reason) {
        String by = maker("propose a change of the rules");
        return changes.get().propose(draft, instant(from), urgent, by, reason);
    }

    private Instant instant(String from) {
        if (from.isEmpty()) {
            return guard.clock().instant();
        }
        try {
            return Instant.parse(from);
        } catch (DateTimeParseException e) {
            throw Problem.usage("Expected a time such as 2018-04-11T17:30:00Z, but got \""
                    + Problem.shortened(Visible.line(from)) + "\"");
        }
    }

    @Override
    public Draft withdraw(String draft, String reason) {
        String by = maker("take a proposal back");
        return changes.get().withdraw(draft, by, reason);
    }

    @Override
    public Draft approve(String draft, int proposal, String shown, String reason) {
        String by = checker("agree to a change of the rules");
        return changes.get().approve(draft, proposal, shown, by, reason);
    }

    @Override
    public Draft reject(String draft, int proposal, String reason) {
        String by = checker("say no to a change of the rules");
        return changes.get().reject(draft, proposal, by, reason);
    }

    @Override
    public Activation activate(String draft) {
        String by = checker("activate rules");
        List<String> unwritten = changes.get().activate(draft, by);
        return new Activation(changes.get().active().standing(), unwritten);
    }

    @Override
    public ChangeProposal rollback(String version, boolean urgent, String reason) {
        String by = maker("propose an earlier version of the rules");
        return changes.get().rollback(version, urgent, by, reason);
    }
}
