package dev.vesper.desk.diagram;

/**
 * An arrow that a run went along.
 *
 * @param process id of the process
 * @param flow its id there
 */
public record TakenFlow(String process, String flow) {}
