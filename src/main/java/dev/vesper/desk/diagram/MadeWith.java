package dev.vesper.desk.diagram;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run was made with.
 *
 * @param snapshot names its accepted data; empty where none is accepted yet
 * @param rules the first 12 hexadecimal digits of each rule file's SHA-256, by its path below {@code rules/}
 * @param processes the same of each process file, by its name
 */
public record MadeWith(String snapshot, Map<String, String> rules, Map<String, String> processes) {
    public MadeWith {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        processes = Collections.unmodifiableMap(new TreeMap<>(processes));
    }
}
