package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.RuleResources;
import dev.vesper.desk.operations.Rules;
import dev.vesper.desk.operations.SignedRule;

/** The rules that are code of a Vesper that runs elsewhere. */
record RulesClient(Transport http) implements Rules {
    @Override
    public SignedRule sign(String file, String sha256) {
        return http.send(RuleResources.SIGN, new RuleResources.Version(file, sha256));
    }
}
