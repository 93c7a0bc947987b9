package dev.vesper.desk.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an instance of a run takes up its work, other than at the beginning, because two people moved its token there.
 *
 * @param call id of the day's element that calls the process
 * @param process id of that process, for example {@code execute-orders}
 * @param element id of the element in it; empty for its beginning
 * @param variables what its process is told beside, by name
 */
public record EntryPoint(String call, String process, String element, Map<String, String> variables) {
    public EntryPoint {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /** As people and process variables write it: {@code execute-orders/execute-orders}. */
    public String word() {
        return process + "/" + element;
    }
}
