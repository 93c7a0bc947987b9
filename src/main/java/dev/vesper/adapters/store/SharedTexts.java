package dev.vesper.adapters.store;

import dev.vesper.limits.RuleVersion;
import java.util.HashMap;
import java.util.Map;

/**
 * One object for each text that many rows of a read repeat: accounts, symbols, venues, rules, parents. A database driver
 * makes a new one for each row, and a large day has millions of rows.
 */
final class SharedTexts {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<RuleVersion, RuleVersion> rules = new HashMap<>();

    String of(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    RuleVersion rule(String name, String version) {
        RuleVersion rule = new RuleVersion(name, version);
        RuleVersion known = rules.putIfAbsent(rule, rule);
        return known == null ? rule : known;
    }
}
