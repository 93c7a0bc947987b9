package dev.vesper.desk.diagram;

import java.util.List;

/**
 * One process as it is drawn.
 *
 * @param id for example {@code approve-trades}
 * @param sha256 the first 12 hexadecimal digits of its file's SHA-256
 * @param bpmn the file
 */
public record DrawnProcess(
        String id, String name, String sha256, String bpmn, List<DrawnElement> elements, List<DrawnFlow> flows) {
    public DrawnProcess {
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
    }
}
