package dev.vesper.app.wiring;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.adapters.rules.WatchedRules;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.workbench.replay.CandidateRules;
import dev.vesper.desk.workbench.replay.RuleCompiler;

/** The limits and compliance rules of the rules folder. */
public final class RulesWiring {
    public final Part<WatchedRules> rules;

    RulesWiring(OpenParts open, Settings settings, StoreWiring store) {
        rules = new Part<>(
                open,
                "rules",
                () -> WatchedRules.open(
                        settings.root().resolve("rules"),
                        settings.state(),
                        new KeptRules(
                                store.store.get().rulesUsed(), store.store.get().filesUsed())));
    }

    /** Compiles rules that judge nothing but a replay; code by the same trust. */
    static RuleCompiler compiler(Settings settings) {
        return files -> {
            DroolsRuleBook book = DroolsRuleBook.of(files, RuleTrust.of(settings.state()));
            return new CandidateRules(book, book.tables());
        };
    }
}
