package dev.vesper.app.wiring;

import dev.vesper.adapters.rules.WatchedRules;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.rebalance.KeptRules;

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
}
