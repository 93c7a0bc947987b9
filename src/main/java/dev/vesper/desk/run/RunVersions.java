package dev.vesper.desk.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was made with, so that it can be made again: the same versions and the same seed give the same orders.
 *
 * @param code version and check sum of the program, {@code 0.1.0+3f1c0a9b7d2e}
 * @param contract version and check sum of the data contract
 * @param snapshot names the accepted data; empty until check-data has accepted some
 * @param rules check sum of each rule file, by its path below {@code rules/}
 * @param processes check sum of each process, by its id
 */
public record RunVersions(
        String code,
        String contract,
        String snapshot,
        SortedMap<String, String> rules,
        SortedMap<String, String> processes) {
    public RunVersions {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        processes = Collections.unmodifiableSortedMap(new TreeMap<>(processes));
    }

    /** The same, once the data of the run is known. */
    public RunVersions on(String accepted) {
        return new RunVersions(code, contract, accepted, rules, processes);
    }

    /** As the report, run.json and the lake's tag write them: {@code data.snapshot}, {@code rules.limits/turnover.dmn}. */
    public SortedMap<String, String> byName() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("code", code);
        all.put("data.contract", contract);
        if (!snapshot.isEmpty()) {
            all.put("data.snapshot", snapshot);
        }
        rules.forEach((file, version) -> all.put("rules." + file, version));
        processes.forEach((id, version) -> all.put("processes." + id, version));
        return all;
    }
}
