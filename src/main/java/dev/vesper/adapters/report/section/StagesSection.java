package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Tone;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stages of the day: how each ended and how long it took. */
final class StagesSection implements Section {
    @Override
    public String word() {
        return "stages";
    }

    @Override
    public String title() {
        return "Stages";
    }

    @Override
    public Place place() {
        return Place.LEFT;
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<Block> blocks = new ArrayList<>();
        List<StageRecord> stages = run.report().stages();
        Grid<StageRecord> grid = Grid.of(
                        stages,
                        new Column<>("Stage", PageFormats.TEXT, s -> s.name().word()),
                        new Column<>(
                                "State",
                                PageFormats.TONED,
                                s -> writing(s) ? "this report" : s.state().word()),
                        new Column<>("Started (UTC)", PageFormats.STAMP, StageRecord::startedAt),
                        new Column<>("Took", PageFormats.SECONDS.or(Numbers.NONE), StagesSection::seconds))
                .toned(StagesSection::tone)
                .restIn("run.json");
        blocks.add(
                stages.isEmpty()
                        ? grid
                        : grid.total(
                                "together", "", "", Numbers.duration(Numbers.seconds(StageTimes.together(stages)))));
        stages.stream()
                .filter(s -> !s.message().isBlank())
                .forEach(s -> blocks.add(new Sentence(s.name() + ": " + run.safe(s.message()), Tone.BAD)));
        return blocks;
    }

    private static Tone tone(StageRecord stage) {
        return switch (stage.state()) {
            case DONE -> Tone.GOOD;
            case RUNNING -> writing(stage) ? Tone.NONE : Tone.WARN;
            default -> Tone.BAD;
        };
    }

    /** The stage that writes this report has not ended while it is written. */
    private static boolean writing(StageRecord stage) {
        return WriteReport.REPORT.stage().equals(stage.name()) && stage.finishedAt() == null;
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        List<String> lines = new ArrayList<>();
        for (StageRecord stage : run.report().stages()) {
            String mark = switch (tone(stage)) {
                case WARN -> ink.warn("…");
                case BAD -> ink.bad("✗");
                default -> ink.good("✓");
            };
            String took = seconds(stage).map(Numbers::duration).orElse("");
            lines.add("  " + mark + " " + Terminal.left(stage.name().word(), 16) + Terminal.right(took, 10) + "   "
                    + ink.quiet(Terminal.fitted(result(run, stage), 64)));
            if (!stage.message().isBlank()) {
                lines.add("      " + ink.bad(Terminal.fitted(run.safe(stage.message()), Terminal.WIDTH - 6)));
            }
        }
        return lines;
    }

    /** What a stage has to show for itself, where it has something. */
    private static final Map<ShownStage, Function<RunFacts, String>> RESULTS = Map.of(
            CheckData.NAME.stage(),
            run -> checked(run.report()),
            Rebalance.NAME.stage(),
            StagesSection::rebalanced,
            SettleApproval.NAME.stage(),
            StagesSection::approved,
            WorkOrders.NAME.stage(),
            run -> executed(run.report()));

    private static String result(RunFacts run, StageRecord stage) {
        return RESULTS.getOrDefault(stage.name(), _ -> "").apply(run);
    }

    private static String checked(RunReport report) {
        return Numbers.count(report.data().rows()) + " rows, "
                + Numbers.count(report.data().quarantined()) + " quarantined";
    }

    private static String rebalanced(RunFacts run) {
        return Counted.of(run.report().plans().size(), "account") + ", "
                + Counted.of(run.report().orders().size(), "order") + ", "
                + Counted.of(run.report().limits().checked(), "limit check");
    }

    private static String approved(RunFacts run) {
        return run.decisions().stream()
                .map(d -> d.who() + " " + d.answer().words())
                .collect(Collectors.joining(", "));
    }

    private static String executed(RunReport report) {
        return Counted.of(report.children(), "child order") + ", "
                + Counted.of(report.fills().size(), "fill");
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        ArrayNode stages = root.putArray("stages");
        for (StageRecord stage : run.report().stages()) {
            ObjectNode node = stages.addObject()
                    .put("name", stage.name().word())
                    .put("state", stage.state().word());
            seconds(stage)
                    .ifPresentOrElse(
                            s -> node.put("seconds", JsonNumbers.decimal(s, 3)), () -> node.putNull("seconds"));
            node.put("message", run.safe(stage.message()));
        }
    }

    /** Empty while it runs. */
    private static Optional<Double> seconds(StageRecord stage) {
        return StageTimes.of(stage).map(Numbers::seconds);
    }
}
