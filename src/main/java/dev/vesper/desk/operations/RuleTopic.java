package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.run.FileSet;
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
 * @param parts asked for with the first question about a replay
 */
record RuleTopic(Guard guard, Supplier<RuleParts> parts) implements Rules {
    private static final Pattern FILE =
            Pattern.compile("limits/[A-Za-z0-9._-]{1,100}\\.dmn|compliance/[A-Za-z0-9._-]{1,100}\\.drl");
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
    public RuleReplayRecord replay(String file, String text, int last) {
        if (!FILE.matcher(file).matches()) {
            throw Problem.usage("Expected a file of the rules folder such as limits/position-weight.dmn or"
                    + " compliance/wash-sale.drl, but got \"" + Problem.shortened(Visible.line(file)) + "\"");
        }
        if (last < 1 || last > MOST_DAYS) {
            throw Problem.usage("Expected 1 to " + MOST_DAYS + " days, but got " + last);
        }
        RuleParts asked = parts.get();
        Map<String, byte[]> files = new TreeMap<>(asked.rules().get().files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return RuleReplayRecord.of(asked.replays().begin(new FileSet(files), last));
    }

    @Override
    public RuleReplayRecord replayed(String replay) {
        return RuleReplayRecord.of(parts.get().replays().find(replay));
    }

    @Override
    public List<RuleReplaySum> replaySums(String replay) {
        return RuleReplaySum.of(parts.get().replays().find(replay).differences());
    }

    @Override
    public List<RuleReplayDifference> replayDifferences(String replay, int from, int most) {
        return parts.get().replays().find(replay).differences().stream()
                .skip(Bounds.notNegative(from))
                .limit(Bounds.positive(most))
                .map(RuleReplayDifference::of)
                .toList();
    }
}
