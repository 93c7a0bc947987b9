package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code run_rules}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "run_rules")
class RunRulesRow {
    @Id
    String runId;

    String rules;

    static RunRulesRow of(String runId, SortedMap<String, String> versions) {
        RunRulesRow row = new RunRulesRow();
        row.runId = runId;
        row.rules = versions.entrySet().stream()
                .map(rule -> rule.getValue() + " " + rule.getKey())
                .collect(Collectors.joining("\n"));
        return row;
    }

    SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        rules.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            versions.put(line.substring(blank + 1), line.substring(0, blank));
        });
        return versions;
    }
}
