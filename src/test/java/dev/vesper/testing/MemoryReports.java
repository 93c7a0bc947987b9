package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.report.StoredReports;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports in memory, in the order in which they were put. */
public final class MemoryReports implements StoredReports {
    private final Map<RunId, Map<String, String>> reports = new LinkedHashMap<>();

    public void put(RunId run, String file, String text) {
        reports.computeIfAbsent(run, _ -> new LinkedHashMap<>()).put(file, text);
    }

    @Override
    public List<String> files(RunId run) {
        return List.copyOf(reports.getOrDefault(run, Map.of()).keySet());
    }

    @Override
    public byte[] read(RunId run, String file) {
        String text = reports.getOrDefault(run, Map.of()).get(file);
        if (text == null) {
            throw Problem.usage("Expected a file of the report, but got \"" + file + "\"");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
