package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One piece of work handed out by the engine, and the ways to answer it; an answer that comes too late is dropped. */
final class Job {
    private final ActivatedJob job;
    private final ZeebeClient client;
    private final CommandRetry retry;
    private volatile boolean gone;
    private volatile Duration pause = Duration.ZERO;

    Job(ActivatedJob job, ZeebeClient client, CommandRetry retry) {
        this.job = job;
        this.client = client;
        this.retry = retry;
    }

    long key() {
        return job.getKey();
    }

    String type() {
        return job.getType();
    }

    int retries() {
        return job.getRetries();
    }

    /** The key of the instance the job is directly in. */
    long instance() {
        return job.getProcessInstanceKey();
    }

    /** The engine's key of the process version the job belongs to. */
    long definition() {
        return job.getProcessDefinitionKey();
    }

    String process() {
        return ProcessNames.plain(job.getBpmnProcessId());
    }

    boolean hasRun() {
        return job.getVariablesAsMap().get(Words.RUN_ID) instanceof String;
    }

    RunId run() {
        if (job.getVariablesAsMap().get(Words.RUN_ID) instanceof String text) {
            return new RunId(text);
        }
        throw new IllegalStateException("Expected the process variable " + Words.RUN_ID + " in "
                + job.getBpmnProcessId() + ", but it is absent; maybe the process was started by hand without it");
    }

    /** A variable that is a text; empty where it is none. */
    String text(String variable) {
        return job.getVariablesAsMap().get(variable) instanceof String text ? text : "";
    }

    OptionalLong number(String variable) {
        return job.getVariablesAsMap().get(variable) instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(job.getCustomHeaders().get(name));
    }

    String elementId() {
        return job.getElementId();
    }

    /** The engine's key of the token that waits for the job. */
    long element() {
        return job.getElementInstanceKey();
    }

    /** How long the engine was asked to wait before it hands the job out again. */
    Duration pause() {
        return pause;
    }

    /** Whether the engine took the job back for good: its instance was cancelled, or it is done already. */
    boolean gone() {
        return gone;
    }

    void setGone() {
        gone = true;
    }

    void complete(Map<String, Object> variables) {
        answer(() -> retry.send(
                "complete " + type(), () -> client.newCompleteCommand(key()).variables(variables)));
    }

    void refuse(String message) {
        answer(() -> retry.send(
                "take the refusal of " + type(),
                () -> client.newThrowErrorCommand(key())
                        .errorCode(Words.REFUSED)
                        .errorMessage(message)
                        .variable("refusal", message)));
    }

    void fail(int retriesLeft, String message) {
        var backoff = header(Words.RETRY_BACKOFF).map(Duration::parse).orElse(Duration.ofSeconds(1));
        pause = backoff;
        answer(() -> retry.send(
                "take the failure of " + type(),
                () -> client.newFailCommand(key())
                        .retries(retriesLeft)
                        .retryBackoff(backoff)
                        .errorMessage(message)));
    }

    private void answer(Runnable command) {
        try {
            command.run();
        } catch (ClientException e) {
            if (!CommandRetry.isGone(e)) {
                throw e;
            }
            gone = true;
        }
    }
}
