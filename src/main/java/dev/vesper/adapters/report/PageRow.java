package dev.vesper.adapters.report;

import dev.vesper.adapters.report.block.Block;
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
    public record Part(String word, String title, List<Block> blocks) {}

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
