package dev.vesper.adapters.report.block;

/**
 * A drawing.
 *
 * @param svg one SVG element that names nothing outside itself; it goes on the page as it is
 */
public record Chart(String svg) implements Block {}
