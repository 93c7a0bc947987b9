package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.EntryPoint;
import dev.vesper.desk.run.EntryPoints;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes tokens where people moved them. The client cannot search, so a token is moved while its job is in our hands: at the
 * first task of the day to the call of the process, and at the first task of that process to the element in it. Each is one
 * command, which ends the token there and begins one here: done twice it is done once, because the job is gone then.
 */
final class TokenMoves {
    private final ZeebeClient client;
    private final CommandRetry retry;
    private final EntryPoints entries;
    private final DayInstances days;
    private final Admission admission;
    private final DayListener listener;

    TokenMoves(
            ZeebeClient client,
            CommandRetry retry,
            EntryPoints entries,
            DayInstances days,
            Admission admission,
            DayListener listener) {
        this.client = client;
        this.retry = retry;
        this.entries = entries;
        this.days = days;
        this.admission = admission;
        this.listener = listener;
    }

    /**
     * Takes the token of a day that has claimed its run to where this instance takes up its work.
     *
     * @return false where it begins at the beginning
     */
    boolean taken(Job job, int attempt, long key) {
        Optional<EntryPoint> entry = entries.of(job.run(), attempt);
        entry.ifPresent(to -> move(job, to.call(), Map.of(Words.DAY_KEY, key, Words.MOVE_TO, to.word())));
        return entry.isPresent();
    }

    /** Work of a called process, or the way of its token to where it was moved. */
    JobLeases.Work before(JobLeases.Work work) {
        return job -> {
            if (!arriving(job)) {
                work.on(job);
            }
        };
    }

    /** Whether the token goes on elsewhere. */
    private boolean arriving(Job job) {
        String to = job.text(Words.MOVE_TO);
        if (!to.startsWith(job.process() + "/") || !lets(job)) {
            return false; // whoever works it says why not
        }
        int attempt = Math.toIntExact(job.number(Words.ATTEMPT).orElse(1));
        Optional<EntryPoint> entry =
                entries.of(job.run(), attempt).filter(one -> one.word().equals(to));
        if (entry.isEmpty()) {
            return false; // somebody else set the variable
        }
        Map<String, Object> told = new LinkedHashMap<>(entry.get().variables());
        told.put(Words.MOVE_TO, "");
        String element = entry.get().element();
        if (element.isEmpty() || element.equals(job.elementId())) {
            retry.send(
                    "tell a process",
                    () -> client.newSetVariablesCommand(job.instance()).variables(told));
            return false;
        }
        move(job, element, told);
        return true;
    }

    private boolean lets(Job job) {
        try {
            return admission.lets(job);
        } catch (Problem other) {
            return false;
        }
    }

    private void move(Job job, String element, Map<String, Object> told) {
        try {
            retry.send(
                    "move a token",
                    () -> client.newModifyProcessInstanceCommand(job.instance())
                            .activateElement(element)
                            .withVariables(told)
                            .and()
                            .terminateElement(job.element()));
        } catch (ClientException e) {
            if (CommandRetry.isGone(e)) {
                job.setGone();
                return;
            }
            days.stuck(job.run()); // before it is told: a resume must find it
            listener.standsStill(
                    job.run(),
                    "Expected the process engine to take the token of run " + job.run() + " to " + element
                            + ", but it said: " + e.getMessage());
        }
    }
}
