package dev.vesper.app.wiring;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.app.settings.Settings;

/** The limits and compliance rules of the rules folder. */
public final class RulesWiring {
    public final Part<DroolsRuleBook> rules;

    RulesWiring(OpenParts open, Settings settings) {
        rules = new Part<>(
                open,
                "rules",
                () -> new DroolsRuleBook(settings.root().resolve("rules"), RuleTrust.of(settings.state())));
    }
}
