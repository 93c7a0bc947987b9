package dev.vesper.adapters.processes;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Whether each event is one that somebody brings about, and whether the day begins and ends as the program expects it. */
final class EventRules {
    private EventRules() {}

    static void check(ProcessFile file) {
        for (var event : file.model().getModelElementsByType(Event.class)) {
            var definitions = List.copyOf(Steps.definitions(event));
            if (definitions.size() > 1) {
                throw file.refused(
                        event, "Expected one definition of " + event.getId() + ", but there are " + definitions.size());
            }
            switch (event) {
                case StartEvent start -> starts(file, start, definitions);
                case EndEvent end -> ends(file, end, definitions);
                case BoundaryEvent boundary -> boundary(file, boundary, definitions);
                default -> timer(file, event, definitions);
            }
        }
        if (file.name().equals(Words.DAY_PROCESS + ProcessFiles.ENDING)) {
            day(file, file.process());
        }
    }

    private static void starts(ProcessFile file, StartEvent start, List<EventDefinition> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        boolean served = switch (definitions.getFirst()) {
            case MessageEventDefinition message ->
                message.getMessage() != null
                        && message.getMessage().getName() != null
                        && message.getMessage().getName().equals(startOf(file));
            case TimerEventDefinition _ -> file.name().equals(ProcessFiles.SCHEDULED);
            default -> false;
        };
        if (!served || !(start.getParentElement() instanceof Process)) {
            throw file.refused(
                    start,
                    "Expected a start that somebody brings about, but nobody starts " + start.getId()
                            + "; known: a plain"
                            + " start, the message " + Words.START_MESSAGE + " in " + Words.DAY_PROCESS
                            + ProcessFiles.ENDING + ", the timer in " + ProcessFiles.SCHEDULED);
        }
    }

    /** The message that somebody sends to start a process; empty where nobody does. */
    private static String startOf(ProcessFile file) {
        return switch (file.process().getId()) {
            case Words.DAY_PROCESS -> Words.START_MESSAGE;
            case Words.CHANGE_PROCESS -> Words.CHANGE_MESSAGE;
            default -> "";
        };
    }

    private static void ends(ProcessFile file, EndEvent end, List<EventDefinition> definitions) {
        if (!definitions.isEmpty()) {
            refusal(file, end, definitions.getFirst(), "a plain end or the error " + Words.REFUSED);
        }
    }

    private static void boundary(ProcessFile file, BoundaryEvent event, List<EventDefinition> definitions) {
        if (!definitions.isEmpty() && definitions.getFirst() instanceof ErrorEventDefinition) {
            refusal(file, event, definitions.getFirst(), "the error " + Words.REFUSED);
            return;
        }
        timer(file, event, definitions);
        if (!event.cancelActivity()) {
            beside(file, event);
        }
    }

    /** A path that goes on while the step goes on too may only remind: nothing else is worked twice at a time. */
    private static void beside(ProcessFile file, BoundaryEvent event) {
        var seen = new HashSet<FlowNode>();
        FlowNode node = event;
        while (seen.add(node) && !(node instanceof EndEvent)) {
            var after = Steps.after(node);
            if (after.size() != 1) {
                return; // FlowRules says so
            }
            node = after.getFirst();
            if (Steps.throwsRefusal(node)
                    || !(node instanceof EndEvent || TaskRules.job(node).equals(Words.REMIND))) {
                throw file.refused(
                        node,
                        "Expected reminders only beside a step that goes on, but " + node.getId() + " follows "
                                + event.getId() + ", which does not interrupt");
            }
        }
    }

    private static void refusal(ProcessFile file, Event event, EventDefinition definition, String known) {
        if (!(definition instanceof ErrorEventDefinition thrown)
                || thrown.getError() == null
                || !Words.REFUSED.equals(thrown.getError().getErrorCode())) {
            throw file.refused(
                    event,
                    "Expected an event that somebody serves, but nobody serves " + event.getId() + "; known: " + known);
        }
    }

    private static void timer(ProcessFile file, Event event, List<EventDefinition> definitions) {
        if (file.name().equals(ProcessFiles.CHANGE)
                && !definitions.isEmpty()
                && definitions.getFirst() instanceof TimerEventDefinition time
                && time.getTimeDate() != null
                && time.getTimeDate()
                        .getTextContent()
                        .strip()
                        .equals("=" + (event instanceof BoundaryEvent ? Words.UNTIL : Words.FROM))) {
            return; // the proposal tells it
        }
        if (definitions.isEmpty()
                || !(definitions.getFirst() instanceof TimerEventDefinition timer)
                || timer.getTimeDuration() == null) {
            throw file.refused(
                    event,
                    "Expected an event that somebody brings about, but nobody brings " + event.getId()
                            + " about; known: a timer with a duration");
        }
        var text = timer.getTimeDuration().getTextContent().strip();
        try {
            if (Duration.parse(text).isPositive()) {
                return;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw file.refused(event, "Expected a duration like PT30M, but " + event.getId() + " says \"" + text + "\"");
    }

    /** The day: started by its message, claimed first, its end recorded last, its refusals caught. */
    private static void day(ProcessFile file, Process process) {
        if (Steps.starts(process).stream()
                .noneMatch(start -> !Steps.definitions((Event) start).isEmpty())) {
            throw file.refused(
                    process,
                    "Expected a start by the message " + Words.START_MESSAGE + ", but " + process.getId()
                            + " has none");
        }
        for (var node : Steps.in(process)) {
            if (node instanceof StartEvent
                    && !Steps.after(node).stream()
                            .allMatch(next -> TaskRules.job(next).equals(Words.BEGIN_DAY))) {
                throw file.refused(
                        node,
                        "Expected the run to be claimed first, but no task of type " + Words.BEGIN_DAY + " follows "
                                + node.getId());
            }
            if (node instanceof EndEvent
                    && !Steps.before(node).stream()
                            .allMatch(last -> TaskRules.job(last).equals(Words.END_DAY))
                    && !remindersEnd(node)) {
                throw file.refused(
                        node,
                        "Expected the end to be recorded, but no task of type " + Words.END_DAY + " stands before "
                                + node.getId() + "; whoever waits for the day would wait for ever");
            }
        }
    }

    private static boolean remindersEnd(FlowNode end) {
        return Steps.before(end).stream().allMatch(last -> TaskRules.job(last).equals(Words.REMIND));
    }
}
