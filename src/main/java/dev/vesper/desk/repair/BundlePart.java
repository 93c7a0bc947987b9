package dev.vesper.desk.repair;

import java.util.function.Supplier;

/**
 * One file of a support bundle.
 *
 * @param name for example {@code health.txt} or {@code processes/report.bpmn}
 * @param text what it says, asked for when the bundle is made
 */
public record BundlePart(String name, Supplier<String> text) {}
