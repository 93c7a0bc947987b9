package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.RuleWaivers;
import dev.vesper.desk.waiver.WaiverRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Waivers: what may pass until a date, who agreed, and who took it back. */
@Command(
        name = "waiver",
        mixinStandardHelpOptions = true,
        description = "Waivers of the rules: list, agree to one, say no, take one back. rules waive asks for one.",
        footer = {
            "",
            "Examples:",
            "  ./vesper rules waiver list",
            "  ./vesper rules waiver approve W-1",
            "  ./vesper rules waiver revoke W-1 --reason \"sold\""
        })
final class WaiverCommand {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    WaiverCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every waiver that was ever asked for, newest first.")
    int list(@Mixin FormatOption format) {
        Table table = new Table(
                "waiver",
                "state",
                "rule",
                "account",
                "subject",
                "up to",
                "until",
                "days left",
                "asked by",
                "answered by",
                "revoked by",
                "reason");
        List<WaiverRecord> all = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.waivers().all());
        for (WaiverRecord one : all) {
            table.row(
                    one.id(),
                    one.status().word(),
                    one.rule(),
                    one.account(),
                    one.subject(),
                    most(one.upTo()),
                    one.until(),
                    one.daysLeft(),
                    one.askedBy(),
                    Objects.requireNonNullElse(one.answeredBy(), ""),
                    Objects.requireNonNullElse(one.revokedBy(), ""),
                    one.reason());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to one, as another person than the one who asked: runs that begin go by it.")
    int approve(
            @Parameters(paramLabel = "WAIVER") String waiver,
            @Option(names = "--reason", paramLabel = "WHY", defaultValue = "", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        return said(act(who, waivers -> waivers.approve(waiver, reason)));
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Says no to one.")
    int reject(@Parameters(paramLabel = "WAIVER") String waiver, @Mixin ReasonOption reason, @Mixin WhoOption who) {
        return said(act(who, waivers -> waivers.reject(waiver, reason.reason)));
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Takes one back at once, by one person: runs that begin do not go by it any more.")
    int revoke(@Parameters(paramLabel = "WAIVER") String waiver, @Mixin ReasonOption reason, @Mixin WhoOption who) {
        return said(act(who, waivers -> waivers.revoke(waiver, reason.reason)));
    }

    private int said(WaiverRecord one) {
        spec.commandLine()
                .getOut()
                .println(one.id() + " (" + one.words() + ") is " + one.status().word());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private <T> T act(WhoOption who, Function<RuleWaivers, T> act) {
        return wiring.operations.access().ask(who.asking(wiring), operations -> act.apply(operations.waivers()));
    }

    private static String most(@Nullable BigDecimal upTo) {
        return upTo == null ? "" : upTo.toPlainString();
    }
}
