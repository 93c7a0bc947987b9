package dev.vesper.adapters.report.block;

/**
 * A heading within a section.
 *
 * @param note what it is about, in grey behind it, or empty
 */
public record Heading(String words, String note) implements Block {}
