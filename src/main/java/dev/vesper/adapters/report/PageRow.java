package dev.vesper.adapters.report;

import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Heading;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.basics.Registry;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the page: a section over the whole width, or sections at the left beside sections at the right. Public
 * because the template's expressions reach it by reflection.
 *
 * @param left the sections at the left, or the one over the whole width
 */
public record PageRow(boolean whole, List<Part> left, List<Part> right) {

    /** A section with something to show. */
    public record Part(String word, String title, List<Block> blocks) {
        /** What stays on one sheet with the title: all up to the first block that fills a part of it, and a drawing. */
        public List<Block> head() {
            return blocks.subList(0, first());
        }

        /** What follows; the rows of a table may run on, under a head of their own. */
        public List<Block> rest() {
            return blocks.subList(first(), blocks.size());
        }

        private int first() {
            int at = 0;
            while (at < blocks.size() && (blocks.get(at) instanceof Sentence || blocks.get(at) instanceof Heading)) {
                at++;
            }
            return at < blocks.size() && !(blocks.get(at) instanceof Grid<?>) ? at + 1 : at;
        }
    }

    /**
     * Whether what stands side by side stays on one sheet. Where a table at one side is long, it does not: its sheet would
     * be left half empty.
     */
    public boolean kept() {
        return !whole
                && left.stream()
                        .flatMap(part -> part.blocks.stream())
                        .allMatch(block -> !(block instanceof Grid<?> grid) || grid.small());
    }

    static List<PageRow> of(Registry<Section> sections, RunFacts facts) {
        List<PageRow> rows = new ArrayList<>();
        for (Section section : sections) {
            Part part = new Part(section.word(), section.title(), section.page(facts));
            if (part.blocks.isEmpty()) {
                continue;
            }
            if (section.place() == Section.Place.FULL) {
                rows.add(new PageRow(true, List.of(part), List.of()));
                continue;
            }
            if (rows.isEmpty() || rows.getLast().whole) {
                rows.add(new PageRow(false, new ArrayList<>(), new ArrayList<>()));
            }
            PageRow row = rows.getLast();
            (section.place() == Section.Place.LEFT ? row.left : row.right).add(part);
        }
        return rows;
    }
}
