package dev.vesper.adapters.report.block;

import java.util.Optional;

/**
 * A drawing: SVG elements that name nothing outside themselves; they go on the page as they are.
 *
 * @param narrow the same for a narrow window, where the drawing would be too small to read there
 */
public record Chart(String svg, Optional<String> narrow) implements Block {
    public Chart(String svg) {
        this(svg, Optional.empty());
    }
}
