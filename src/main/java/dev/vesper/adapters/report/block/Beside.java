package dev.vesper.adapters.report.block;

/** Two blocks side by side: figures, and what they look like. */
public record Beside(Block left, Block right) implements Block {}
