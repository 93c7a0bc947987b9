package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.text.Ink;
import java.util.List;
import java.util.Optional;

/**
 * One section of the report: all that page, CSV, terminal and run.json say of one thing, for example of costs. Adding one
 * is a file with a class that implements this, its test, a line in {@link Sections} and its line in the docs.
 */
public interface Section {
    /** Where a section stands on the page. Sections at the left and the right that follow one another share a row. */
    enum Place {
        FULL,
        LEFT,
        RIGHT
    }

    /** One word in lower case: the anchor on the page and the name of the CSV, for example {@code costs}. */
    String word();

    /** The heading on the page. */
    String title();

    default Place place() {
        return Place.FULL;
    }

    /** Its part of the page; a section without a block is not shown. */
    List<Block> page(RunFacts run);

    /** Its numbers in the headline of the page. */
    default List<Figure> headline(RunFacts run) {
        return List.of();
    }

    /** Its table for programs, every row. A section that has one has one every day, maybe without rows. */
    default Optional<Table<?>> csv(RunFacts run) {
        return Optional.empty();
    }

    /** Its lines on a terminal, each at most {@value dev.vesper.adapters.report.text.Terminal#WIDTH} characters long. */
    default List<String> terminal(RunFacts run, Ink ink) {
        return List.of();
    }

    /** Its keys in run.json. */
    default void json(RunFacts run, ObjectNode root) {}
}
