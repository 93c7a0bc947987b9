package dev.vesper.adapters.report.block;

import java.util.List;

/** Blocks that stay together on one sheet of paper. */
public record Kept(List<Block> blocks) implements Block {
    public Kept {
        blocks = List.copyOf(blocks);
    }
}
