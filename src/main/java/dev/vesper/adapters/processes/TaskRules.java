package dev.vesper.adapters.processes;

import dev.vesper.approvals.People;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.run.StageName;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether somebody does each task, reads each of its headers, and answers each call. */
final class TaskRules {
    private static final Set<String> OUTCOMES = new TreeSet<>(Set.of("done", "refused"));

    /** Who is asked, and not to be changed here, because nobody would follow it. */
    private static final Map<TaskKind, String> GROUPS =
            new EnumMap<>(Map.of(TaskKind.RELEASE_DATA, People.DATA_STEWARDS, TaskKind.PROPOSE_TRADES, People.MAKERS));

    private final Set<String> jobs;
    private final Set<String> processes;
    private final Map<TaskKind, String> asked = new EnumMap<>(TaskKind.class);
    private final Map<String, String> called = new HashMap<>();

    /**
     * @param known what is worked
     * @param processes ids of all the files' processes
     */
    TaskRules(KnownWork known, Set<String> processes) {
        this.jobs = new TreeSet<>(Set.of(Words.BEGIN_DAY, Words.END_DAY, Words.OPEN_RUN, Words.REMIND));
        known.stages().stream().map(StageName::job).forEach(jobs::add);
        this.processes = new TreeSet<>(processes);
    }

    void check(ProcessFile file) {
        for (var node : file.model().getModelElementsByType(FlowNode.class)) {
            switch (node) {
                case ServiceTask task -> service(file, task);
                case UserTask task -> user(file, task);
                case CallActivity call -> call(file, call);
                default -> {
                    // events and gateways are FlowRules'
                }
            }
        }
    }

    /** The job type of a service task; empty where it has none. */
    static String job(FlowNode node) {
        var work = node instanceof ServiceTask task ? task.getSingleExtensionElement(ZeebeTaskDefinition.class) : null;
        return work == null || work.getType() == null ? "" : work.getType();
    }

    private void service(ProcessFile file, ServiceTask task) {
        var type = job(task);
        if (!jobs.contains(type)) {
            throw file.refused(
                    task,
                    "Expected work that is done here, but "
                            + (type.isEmpty() ? task.getId() + " has no job type" : "nobody works jobs of type " + type)
                            + "; known: " + String.join(", ", jobs));
        }
        if (type.equals(Words.OPEN_RUN) && !file.name().equals(ProcessFiles.SCHEDULED)) {
            throw file.refused(
                    task,
                    "Expected " + type + " in " + ProcessFiles.SCHEDULED + " only, but " + task.getId()
                            + " asks for it; it is worked on a schedule");
        }
        var retries = task.getSingleExtensionElement(ZeebeTaskDefinition.class).getRetries();
        if (retries != null && !isCount(retries)) {
            throw file.refused(
                    task,
                    "Expected retries as a number from 1 to 99, but " + task.getId() + " has \"" + retries + "\"");
        }
        Map<String, Set<String>> headers = new TreeMap<>();
        headers.put(Words.RETRY_BACKOFF, Set.of());
        if (type.equals(Words.REMIND)) {
            headers.put(Words.ABOUT, abouts());
        } else if (type.equals(Words.END_DAY)) {
            headers.put(Words.OUTCOME, OUTCOMES);
        }
        var set = headers(file, task, headers);
        if (type.equals(Words.END_DAY) && !set.containsKey(Words.OUTCOME)) {
            throw file.refused(
                    task,
                    "Expected a header " + Words.OUTCOME + ", but " + task.getId() + " has none; known: "
                            + String.join(", ", OUTCOMES));
        }
        backoff(file, task, set.get(Words.RETRY_BACKOFF));
    }

    private void user(ProcessFile file, UserTask task) {
        var set = headers(file, task, Map.of(Words.TASK, questions(), Words.APPROVAL, Set.of()));
        var assigned = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        if (assigned != null && (assigned.getAssignee() != null || assigned.getCandidateUsers() != null)) {
            throw file.refused(
                    task, "Expected candidate groups, but " + task.getId() + " names people, which nobody follows");
        }
        if (set.size() != 1) {
            throw file.refused(
                    task,
                    "Expected a header " + Words.TASK + " that says what is asked, or a header " + Words.APPROVAL
                            + " with the number of an approval, but " + task.getId() + " has "
                            + (set.isEmpty() ? "none" : "both") + "; known: " + String.join(", ", questions()));
        }
        if (set.containsKey(Words.APPROVAL)) {
            return; // ApprovalSteps looks at all of them together
        }
        var word = String.valueOf(set.get(Words.TASK));
        var kind = TaskKind.of(word);
        var where = task.getId() + " of " + file.name();
        var before = asked.putIfAbsent(kind, where);
        if (before != null) {
            throw file.refused(
                    task,
                    "Expected each question once, but " + task.getId() + " asks " + word + " again after " + before
                            + "; maybe a further approval was meant: that has the header " + Words.APPROVAL
                            + " with a number of its own");
        }
        var groups = assigned == null ? null : assigned.getCandidateGroups();
        if (groups != null && !groups.equals(GROUPS.get(kind))) {
            throw file.refused(
                    task,
                    "Expected the candidate group " + GROUPS.get(kind) + " for " + word + ", but " + task.getId()
                            + " has \"" + groups + "\", which nobody follows");
        }
    }

    /** The question of a user task; empty of an approval, and of any other step. */
    static String task(FlowNode node) {
        var all = node instanceof UserTask task ? task.getSingleExtensionElement(ZeebeTaskHeaders.class) : null;
        return all == null
                ? ""
                : all.getHeaders().stream()
                        .filter(header -> Words.TASK.equals(header.getKey()))
                        .map(header -> String.valueOf(header.getValue()))
                        .findFirst()
                        .orElse("");
    }

    private void call(ProcessFile file, CallActivity call) {
        var element = call.getSingleExtensionElement(ZeebeCalledElement.class);
        var id = element == null ? null : element.getProcessId();
        if (element == null || id == null || !processes.contains(id)) {
            throw file.refused(
                    call,
                    "Expected a process that is there, but " + call.getId() + " calls " + (id == null ? "none" : id)
                            + "; known: " + String.join(", ", processes));
        }
        if (element.isPropagateAllChildVariablesEnabled() || !element.isPropagateAllParentVariablesEnabled()) {
            throw file.refused(
                    call,
                    "Expected a call that hands its variables down and none up, but " + call.getId()
                            + " does otherwise; maybe set propagateAllChildVariables=\"false\" and leave"
                            + " propagateAllParentVariables out");
        }
        var before = called.putIfAbsent(id, call.getId() + " of " + file.name());
        if (before != null) {
            throw file.refused(
                    call,
                    "Expected each process to be called once, but " + call.getId() + " calls " + id + " again after "
                            + before + "; its tasks and stages would answer as they did the first time");
        }
    }

    /** The headers of a task, each one that somebody reads, with a value that is known; no values are any. */
    private static Map<String, String> headers(ProcessFile file, Activity task, Map<String, Set<String>> known) {
        var all = task.getSingleExtensionElement(ZeebeTaskHeaders.class);
        Map<String, String> set = new HashMap<>();
        for (var header : all == null ? List.<ZeebeHeader>of() : List.copyOf(all.getHeaders())) {
            var key = String.valueOf(header.getKey());
            var value = String.valueOf(header.getValue());
            var values = known.get(key);
            if (values == null) {
                throw file.refused(
                        task,
                        "Expected headers that somebody reads, but nobody reads \"" + key + "\" of " + task.getId()
                                + "; known: " + String.join(", ", new TreeSet<>(known.keySet())));
            }
            if (!values.isEmpty() && !values.contains(value)) {
                throw file.refused(
                        task,
                        "Expected a known " + key + ", but " + task.getId() + " says \"" + value + "\"; known: "
                                + String.join(", ", values));
            }
            if (set.put(key, value) != null) {
                throw file.refused(
                        task, "Expected each header once, but " + task.getId() + " has \"" + key + "\" twice");
            }
        }
        return set;
    }

    private static void backoff(ProcessFile file, Activity task, @Nullable String text) {
        try {
            if (text == null || !Duration.parse(text).isNegative()) {
                return;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw file.refused(
                task,
                "Expected " + Words.RETRY_BACKOFF + " as a duration like PT1S, but " + task.getId() + " has \"" + text
                        + "\"");
    }

    private Set<String> abouts() {
        var all = new TreeSet<>(jobs);
        all.addAll(kinds());
        return all;
    }

    /** What a header may ask; approvals are numbered instead. */
    private static Set<String> questions() {
        var questions = kinds();
        questions.remove(TaskKind.APPROVE_TRADES.word());
        return questions;
    }

    private static Set<String> kinds() {
        return Arrays.stream(TaskKind.values()).map(TaskKind::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCount(String text) {
        return text.matches("[1-9][0-9]?");
    }
}
