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
import dev.vesper.desk.workbench.replay.RuleReplays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The rules, for one caller.
 *
 * @param replays asked for with the first question about a replay
 */
record RuleTopic(Guard guard, Supplier<RuleChanges> changes, Supplier<RuleReplays> replays) implements Rules {
    private static final Pattern FILE =
            Pattern.compile("limits/[A-Za-z0-9._-]{1,100}\\.dmn|compliance/[A-Za-z0-9._-]{1,100}\\.(drl|dmn)"
                    + "|lists/[A-Za-z0-9._-]{1,100}\\.csv");
    private static final int MOST_DAYS = 1_000;
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

    @Override
    public RuleReplayRecord replay(String file, String text, int last) {
        if (!FILE.matcher(file).matches()) {
            throw Problem.usage("Expected a file of the rules folder such as limits/position-weight.dmn or"
                    + " compliance/wash-sale.drl, but got \"" + Problem.shortened(Visible.line(file)) + "\"");
        }
        Map<String, byte[]> files = new TreeMap<>(changes.get().active().files().files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return replay(new FileSet(files), last);
    }

    @Override
    public RuleReplayRecord replayDraft(String draft, int last) {
        return replay(changes.get().drafts().files(draft), last);
    }

    private RuleReplayRecord replay(FileSet files, int last) {
        if (last < 1 || last > MOST_DAYS) {
            throw Problem.usage("Expected 1 to " + MOST_DAYS + " days, but got " + last);
        }
        return RuleReplayRecord.of(replays.get().begin(files, last));
    }

    @Override
    public RuleReplayRecord replayed(String replay) {
        return RuleReplayRecord.of(replays.get().find(replay));
    }

    @Override
    public List<RuleReplaySum> replaySums(String replay) {
        return RuleReplaySum.of(replays.get().find(replay).differences());
    }

    @Override
    public List<RuleReplayDifference> replayDifferences(String replay, ReplayFilter filter, int from, int most) {
        filter.require();
        return replays.get().find(replay).differences().stream()
                .filter(filter::takes)
                .skip(Bounds.notNegative(from))
                .limit(Bounds.positive(most))
                .map(RuleReplayDifference::of)
                .toList();
    }
}
