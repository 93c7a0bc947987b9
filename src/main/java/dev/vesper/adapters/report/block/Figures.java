package dev.vesper.adapters.report.block;

import java.util.List;

/** Numbers under one another, each with its name. */
public record Figures(List<Figure> figures) implements Block {
    public Figures {
        figures = List.copyOf(figures);
    }
}
