package dev.vesper.adapters.console;

import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;
import java.util.Set;

/** One run that stands still: why, what it costs, what was tried, and what may be done about it now. */
public final class IncidentPage implements Page {
    /** What the template shows. */
    public record Model(StandstillLine still) {}

    @Override
    public String word() {
        return "incident";
    }

    @Override
    public String title() {
        return "Incident";
    }

    @Override
    public String help() {
        return "repair";
    }

    @Override
    public PagePath path() {
        return new PagePath("incidents/{run}");
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.repair().incident(asked.run()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS, asked.run()), Changed.of(Topic.TASKS));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        return new Model(StandstillLine.of(operations.repair().incident(asked.run()), asked.caller()));
    }
}
