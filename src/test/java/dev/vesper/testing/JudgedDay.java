package dev.vesper.testing;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleReplay;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A day of the small firm, planned and judged by the project's rules, with all that a replay of it reads. */
public final class JudgedDay {
    private JudgedDay() {}

    /** Opens it in a house whose stores are in memory, and lets replays read it. */
    public static RunRecord of(Memory memory, Instant at) {
        MemoryLake lake = new MemoryLake(SmallFirm.prices());
        MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
        MemoryDecisions recorded = new MemoryDecisions();
        KeptRules kept = new KeptRules(new MemoryRulesUsed(), new MemoryFilesUsed());
        RunRecord run = memory.open(SmallFirm.DATE, SmallFirm.firm().folder().toString(), 42, false, at);
        inputs.freeze(run);
        DataCheck check = lake.check(
                Lake.PRICES,
                SmallFirm.firm(),
                run.id(),
                lake.takeIn(SmallFirm.firm(), run.id()),
                SmallFirm.DATE,
                SmallFirm.DATE);
        memory.saveData(run.id(), check);
        FileSet rules = RulesFolder.read(Path.of("rules"));
        DroolsRuleBook book = new DroolsRuleBook(rules, RuleTrust.delivered());
        kept.save(run.id(), rules);
        RunMarkets markets = new RunMarkets(inputs, memory, lake, (_, _, _, _, _) -> symbol -> Optional.empty());
        new Rebalance(memory, memory, markets, new NearestLots(), book, recorded, (_, _) -> {}, (_, _, _, _) -> {}, Runnable::run)
                .run(run.id());
        memory.ruleReplay = new RuleReplay(new RuleReplay.Ports(memory, markets, kept, recorded, files -> {
            DroolsRuleBook other = new DroolsRuleBook(files, RuleTrust.delivered());
            return new CandidateRules(other, other.tables());
        }));
        return run;
    }
}
