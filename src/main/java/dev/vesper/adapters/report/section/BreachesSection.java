package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.ReportTexts;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.breach.BreachRecord;
import java.util.Comparator;
import java.util.List;

/** The limits that accounts were over before the day's orders: since when, whose they are, what is to be done. */
final class BreachesSection implements Section {
    private static final int SHOWN = 30;

    @Override
    public String word() {
        return "breaches";
    }

    @Override
    public String title() {
        return "Breaches before the orders";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<BreachRecord> breaches = run.report().breaches();
        if (breaches.isEmpty()) {
            return List.of();
        }
        return List.of(
                Sentence.of(Counted.of(breaches.size(), "limit")
                        + " that an account did not keep before anything was ordered."),
                Grid.of(
                                breaches,
                                new Column<>("Breach", PageFormats.NAME, (BreachRecord b) -> b.id()),
                                new Column<>("State", PageFormats.TEXT, b -> b.word() + ", " + b.cause()),
                                new Column<>("Rule", PageFormats.NAME, BreachRecord::rule),
                                new Column<>("Account", PageFormats.NAME, BreachRecord::account),
                                new Column<>("Subject", PageFormats.NAME, BreachRecord::subject),
                                new Column<>("Used", PageFormats.TEXT, b -> Numbers.exact(b.used())),
                                new Column<>("Limit", PageFormats.TEXT, b -> Numbers.exact(b.limit())),
                                new Column<>(
                                        "Since",
                                        PageFormats.TEXT,
                                        b -> b.opened().toString()),
                                new Column<>("Owner", PageFormats.NAME, BreachRecord::owner),
                                new Column<>("Plan", PageFormats.TEXT, b -> ReportTexts.fitted(b.plan(), 60)))
                        .worstFirst(
                                Comparator.comparingLong(BreachRecord::ageDays).reversed(), "oldest")
                        .first(SHOWN)
                        .restIn("run.json"));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        List<BreachRecord> breaches = run.report().breaches();
        long unowned = breaches.stream().filter(one -> one.owner().isEmpty()).count();
        return breaches.isEmpty()
                ? List.of()
                : List.of(Terminal.figure(
                        ink,
                        "outside",
                        Numbers.count(breaches.size()),
                        "limits before the orders, " + unowned + " without an owner"));
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        if (run.report().breaches().isEmpty()) {
            return;
        }
        ArrayNode breaches = root.putArray("breaches");
        for (BreachRecord one : run.report().breaches()) {
            breaches.addObject()
                    .put("breach", one.id())
                    .put("state", one.word())
                    .put("cause", one.cause())
                    .put("rule", one.rule())
                    .put("account", one.account())
                    .put("subject", one.subject())
                    .put("used", one.used().toPlainString())
                    .put("limit", one.limit().toPlainString())
                    .put("opened", one.opened().toString())
                    .put("ageDays", one.ageDays())
                    .put("owner", one.owner())
                    .put("plan", one.plan())
                    .put("waiver", one.waiver());
        }
    }
}
