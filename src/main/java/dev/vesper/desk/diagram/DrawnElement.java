package dev.vesper.desk.diagram;

/**
 * One element of a process.
 *
 * @param process id of the process it is drawn in
 * @param name as people read it, for example {@code Approve the trades}; its id where it has none
 * @param scope id of what it is directly in: the process, or a sub-process
 */
public record DrawnElement(String process, String id, String name, String scope, Part part) {}
