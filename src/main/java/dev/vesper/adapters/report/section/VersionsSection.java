package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import java.util.List;
import java.util.Map;

/** The versions of snapshot, contract, rules, processes and code that the run used. */
final class VersionsSection implements Section {
    @Override
    public String word() {
        return "versions";
    }

    @Override
    public String title() {
        return "Versions";
    }

    @Override
    public List<Block> page(RunFacts run) {
        return List.of(Grid.of(
                        List.copyOf(run.report().versions().byName().entrySet()),
                        new Column<>("Part", PageFormats.TEXT, Map.Entry<String, String>::getKey),
                        new Column<>("Version", PageFormats.TEXT, Map.Entry<String, String>::getValue))
                .restIn("run.json"));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ObjectNode versions = root.putObject("versions");
        run.report().versions().byName().forEach(versions::put);
    }
}
