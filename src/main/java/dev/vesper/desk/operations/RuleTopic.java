package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.desk.workbench.RuleNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The rules, for one caller. */
record RuleTopic(Guard guard, Supplier<RuleChanges> changes) implements Rules {
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 200;

    @Override
    public SignedRule sign(String file, String sha256) {
        String by = guard.named(Permission.SIGN_RULES, "sign a rule that is code", () -> false);
        String name = Visible.line(file.strip());
        if (name.isEmpty() || name.length() > LONGEST || !name.equals(file)) {
            throw Problem.usage("Expected the name of a rule's file, of at most " + LONGEST
                    + " visible characters, but got \"" + Problem.shortened(name) + "\"");
        }
        if (!SUM.matcher(sha256).matches()) {
            throw Problem.usage("Expected a SHA-256 of 64 hexadecimal digits, but got \""
                    + Problem.shortened(Visible.line(sha256)) + "\"");
        }
        Instant now = guard.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        guard.audit().append(now, by, AuditAction.RULE_SIGNED, "rule/" + name, "SHA-256 " + sha256, false);
        return new SignedRule(name, sha256, by, now);
    }

    @Override
    public RulesState state() {
        ActiveVersion active = changes.get().active().standing();
        return new RulesState(active.version().brief(), active.since(), active.draft(), active.by(), altered());
    }

    private List<String> altered() {
        try {
            return changes.get().altered();
        } catch (Problem unread) {
            return List.of(String.valueOf(unread.getMessage()));
        }
    }

    @Override
    public List<ActiveVersion> history() {
        return changes.get().active().all().reversed();
    }

    @Override
    public List<RuleText> files(String version) {
        return set(version).versions().entrySet().stream()
                .map(file -> new RuleText(file.getKey(), file.getValue(), ""))
                .toList();
    }

    @Override
    public RuleText file(String version, String file) {
        byte[] bytes = RuleNames.bytes(set(version), file);
        return new RuleText(file, Sha256.shortOf(bytes), new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public List<RuleDifference> differences(String from, String to) {
        return changes.get().compare(set(from), set(to));
    }

    private FileSet set(String version) {
        RuleChanges rules = changes.get();
        return switch (version) {
            case "active" -> rules.active().files();
            case "disk" -> rules.folder().read();
            default ->
                version.startsWith("D-")
                        ? rules.drafts().files(version)
                        : rules.active().files(rules.active().find(version));
        };
    }
}
