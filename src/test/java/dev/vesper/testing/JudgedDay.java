package dev.vesper.testing;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.LotPlanner;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleReplay;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.RebalanceProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A day of the small firm, planned and judged by the project's rules, with all that a replay of it reads. */
public final class JudgedDay {
    private JudgedDay() {}

    /** Opens it in a house whose stores are in memory, and lets replays read it. */
    public static RunRecord of(Memory memory, Instant at) {
        return of(memory, at, RulesFolder.read(Path.of("rules")), new NearestLots());
    }

    /** The same plans on the same day, judged by other rules whatever those would allow. */
    public static RunRecord again(Memory memory, RunRecord day, Instant at, FileSet rules) {
        Map<String, Proposal> plans = memory.rebalance(day.id()).orElseThrow().plans().stream()
                .collect(Collectors.toMap(plan -> plan.account().id(), AccountPlan::proposal));
        return of(memory, at, rules, new LotPlanner() {
            @Override
            public Proposal solve(RebalanceProblem problem) {
                return Objects.requireNonNull(plans.get(problem.account().id()));
            }

            @Override
            public List<ProposedTrade> first(RebalanceProblem problem) {
                return solve(problem).trades();
            }
        });
    }

    private static RunRecord of(Memory memory, Instant at, FileSet rules, LotPlanner planner) {
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
        DroolsRuleBook book = new DroolsRuleBook(rules, RuleTrust.delivered());
        kept.save(run.id(), rules);
        RunMarkets markets = new RunMarkets(inputs, memory, lake, (_, _, _, _, _) -> symbol -> Optional.empty());
        new Rebalance(memory, memory, markets, planner, book, recorded, (_, _) -> {}, (_, _, _, _) -> {}, Runnable::run)
                .run(run.id());
        memory.ruleReplay = new RuleReplay(new RuleReplay.Ports(memory, markets, kept, recorded, files -> {
            DroolsRuleBook other = new DroolsRuleBook(files, RuleTrust.delivered());
            return new CandidateRules(other, other.tables());
        }));
        return run;
    }
}
