package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Rules that are code, for one caller. */
record RuleTopic(Guard guard) implements Rules {
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
}
