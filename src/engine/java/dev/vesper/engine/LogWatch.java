package dev.vesper.engine;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the engine's log as it grows and tells of every incident and every new job: the engine itself only writes an
 * incident down, and offers a job of any type, whether or not somebody works it. At the start the log is read from where
 * it begins, so that an incident of an earlier life is told again, and one that was resolved since is not.
 *
 * <p>What is told: {@code kind} ({@code incident} or {@code job}), {@code process} and {@code element} by their ids in
 * BPMN, {@code what} (the incident's kind and message, or the job's type), and the instance's variables {@code runId} and
 * {@code dayKey} where it has them.
 */
final class LogWatch implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long LONGEST_CLOSE_MILLIS = 2_000;

    private final LogStreamReader log;
    private final Consumer<Map<String, String>> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "zeebe-log-watch");
    private final RecordMetadata metadata = new RecordMetadata();

    /** The variables that name an instance's run, by the instance. */
    private final Map<Long, Map<String, String>> names = new HashMap<>();
    /** What is not told yet, by the key of the incident or job. */
    private final Map<Long, Map<String, String>> news = new LinkedHashMap<>();

    LogWatch(LogStreamReader log, Consumer<Map<String, String>> listener) {
        this.log = log;
        this.listener = listener;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void watch() {
        try {
            log.seekToFirstEvent();
            do {
                while (log.hasNext() && closing.getCount() > 0) {
                    read(log.next());
                }
                news.values().forEach(listener);
                news.clear();
            } while (!closing.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (closing.getCount() > 0) {
                listener.accept(Map.of("kind", "blind", "what", String.valueOf(e)));
            }
        } finally {
            log.close();
        }
    }

    private void read(LoggedEvent event) {
        event.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (metadata.getIntent()) {
            case VariableIntent _ -> variable(LogValue.of(event));
            case ProcessInstanceIntent.ELEMENT_COMPLETED, ProcessInstanceIntent.ELEMENT_TERMINATED ->
                ended(LogValue.of(event));
            case IncidentIntent.CREATED -> {
                var incident = LogValue.of(event);
                note(
                        event.getKey(),
                        "incident",
                        incident,
                        incident.text("errorType") + ": " + incident.text("errorMessage"));
            }
            case JobIntent.CREATED -> {
                var job = LogValue.of(event);
                note(event.getKey(), "job", job, job.text("type"));
            }
            case IncidentIntent.RESOLVED, JobIntent.COMPLETED, JobIntent.CANCELED, JobIntent.ERROR_THROWN ->
                news.remove(event.getKey());
            default -> {
                // the engine's own business
            }
        }
    }

    private void variable(LogValue variable) {
        var name = variable.text("name");
        long instance = variable.key("processInstanceKey");
        if (variable.key("scopeKey") == instance && (name.equals("runId") || name.equals("dayKey"))) {
            names.computeIfAbsent(instance, _ -> new HashMap<>()).put(name, variable.text("value"));
        }
    }

    private void ended(LogValue element) {
        if (element.text("bpmnElementType").equals("PROCESS")) {
            names.remove(element.key("processInstanceKey"));
        }
    }

    private void note(long key, String kind, LogValue value, String what) {
        var told = new HashMap<>(names.getOrDefault(value.key("processInstanceKey"), Map.of()));
        told.putAll(Map.of(
                "kind",
                kind,
                "process",
                value.text("bpmnProcessId"),
                "element",
                value.text("elementId"),
                "what",
                what));
        news.put(key, Map.copyOf(told));
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
