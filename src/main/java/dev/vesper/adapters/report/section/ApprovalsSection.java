package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Tone;
import java.util.List;

/** Who proposed, declined, approved, rejected or released, and why. */
final class ApprovalsSection implements Section {
    @Override
    public String word() {
        return "approvals";
    }

    @Override
    public String title() {
        return "Sign-offs";
    }

    @Override
    public Place place() {
        return Place.LEFT;
    }

    @Override
    public List<Block> page(RunFacts run) {
        if (run.decisions().isEmpty()) {
            return List.of(Sentence.quiet("Nobody was asked, or nobody has answered."));
        }
        return List.of(Grid.of(
                        run.decisions(),
                        new Column<>(
                                "Who",
                                PageFormats.TEXT,
                                (PersonDecision d) -> d.who() + (d.rehearsal() ? " (rehearsal)" : "")),
                        new Column<>(
                                "As", PageFormats.NAME, d -> d.answer().role().words()),
                        new Column<>(
                                "Decision", PageFormats.TONED, d -> d.answer().words()),
                        new Column<>("When (UTC)", PageFormats.STAMP, PersonDecision::at),
                        new Column<>("Why", PageFormats.TEXT, d -> run.safe(d.detail())))
                .toned(d -> d.answer().goesOn() ? Tone.GOOD : Tone.BAD)
                .restIn("the audit table"));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode approvals = root.putArray("approvals");
        for (PersonDecision decision : run.decisions()) {
            approvals
                    .addObject()
                    .put("who", decision.who())
                    .put("role", decision.answer().role().words())
                    .put("decision", decision.answer().word())
                    .put("at", decision.at().toString())
                    .put("rehearsal", decision.rehearsal());
        }
    }
}
