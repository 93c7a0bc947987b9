package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.run.Incident;

/** What keeps a run from going on, as the pages write it. */
public record IncidentLine(String since, String what) {
    static IncidentLine of(Incident incident) {
        return new IncidentLine(Numbers.stamp(incident.at()), incident.what());
    }
}
