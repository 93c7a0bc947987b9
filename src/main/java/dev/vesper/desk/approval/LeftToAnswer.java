package dev.vesper.desk.approval;

import dev.vesper.approvals.WhoIsLeft;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds questions that wait for people of whom nobody is left: they would be open for ever, and look like any other. */
public final class LeftToAnswer {
    private static final int LOOKED_AT = 1_000;

    private final RunStore runs;
    private final TaskStore tasks;
    private final KnownApprovals approvals;
    private final Inputs inputs;
    private final PeopleNow now;

    public LeftToAnswer(RunStore runs, TaskStore tasks, KnownApprovals approvals, Inputs inputs, PeopleNow now) {
        this.runs = runs;
        this.tasks = tasks;
        this.approvals = approvals;
        this.inputs = inputs;
        this.now = now;
    }

    /** What is wrong, a run at a time, without names of people; empty where every open question can be answered. */
    public Optional<String> trouble() {
        List<RunRecord> looked = runs.recent(LOOKED_AT);
        Map<RunId, String> why = why(looked);
        String all = looked.stream()
                .filter(run -> why.containsKey(run.id()))
                .map(run -> "run " + run.id() + " waits for an answer that nobody is left to give (./vesper runs show "
                        + run.id() + ")")
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** An open task with what is wrong in its question. */
    static UserTask noted(UserTask task, String why) {
        return task.asking(task.question() + " " + capital(why) + ".");
    }

    private static String capital(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    /** Why the open questions of runs can no more be answered with yes, and what helps; nothing of those whose can. */
    Map<RunId, String> why(Collection<RunRecord> runs) {
        List<RunRecord> waiting =
                runs.stream().filter(run -> run.status() == RunStatus.WAITING).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        List<RunId> ids = waiting.stream().map(RunRecord::id).toList();
        Map<RunId, List<UserTask>> asked = tasks.ofRuns(ids);
        KnownApprovals known = approvals.at(ids);
        Map<RunId, String> why = new HashMap<>();
        waiting.forEach(run ->
                why(run, asked.getOrDefault(run.id(), List.of()), known).ifPresent(words -> why.put(run.id(), words)));
        return why;
    }

    private Optional<String> why(RunRecord run, List<UserTask> asked, KnownApprovals known) {
        try {
            return lacking(run, asked, known).map(why -> why + "; reject it, and run the day again");
        } catch (BrokenHistory | Problem altered) { // said where it is answered, and by audit verify
            return Optional.of("its questions take no yes any more: " + altered.getMessage());
        }
    }

    private Optional<String> lacking(RunRecord run, List<UserTask> asked, KnownApprovals known) {
        List<TaskKind> open = asked.stream()
                .filter(UserTask::open)
                .map(UserTask::kind)
                .distinct()
                .toList();
        if (open.isEmpty() || (run.rehearsal() && !open.contains(TaskKind.RELEASE_DATA))) {
            return Optional.empty(); // demo users answer, whom no firm names
        }
        WhoIsLeft left = new WhoIsLeft(inputs.people(run.id()), now.of(run));
        return open.contains(TaskKind.RELEASE_DATA)
                ? left.toRelease()
                : left.toApprove(known.of(run.id(), TaskKind.APPROVE_TRADES).state(), known.needed(run.id()));
    }
}
