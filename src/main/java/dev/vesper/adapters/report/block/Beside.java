package dev.vesper.adapters.report.block;

import java.util.List;

/** Blocks side by side: figures, and what they look like. Narrow screens put them under one another. */
public record Beside(List<Block> blocks) implements Block {
    public Beside {
        blocks = List.copyOf(blocks);
    }
}
