package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.waiver.WaiverRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks that a breach may pass until a date. */
@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        description = {
            "Asks that a breach may pass for an account or an instrument until a date; another person agrees",
            "(./vesper rules waiver approve). Every verdict that it touches names it."
        },
        footer = {
            "",
            "Example: ./vesper rules waive position-weight --account ACC1 --instrument IBM --up-to 0.30 "
                    + "--until 2018-06-29 --reason \"transfer in kind\""
        })
final class WaiveCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "As rules list names it; one that waivable.txt of the rules names.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String rule;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            defaultValue = "",
            description = "One account; without it every one.")
    private String account = "";

    @Option(
            names = {"--instrument", "--subject"},
            paramLabel = "NAME",
            defaultValue = "",
            description = {
                "The instrument, or of a rule on groups the group, such as Energy; without it",
                "all of the account."
            })
    private String subject = "";

    @Option(
            names = "--up-to",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = {
                "How much may be used, in the unit of the rule: a share of 30 %% is 0.30. Every limit",
                "asks for it, a compliance rule has none."
            })
    private BigDecimal upTo = BigDecimal.ZERO;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = "The last business date on which it holds; a year from now at most.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate until;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ReasonOption reason;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private WhoOption who;

    WaiveCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        WaiverRecord asked = wiring.operations
                .access()
                .ask(
                        who.asking(wiring),
                        operations -> operations.waivers().ask(rule, account, subject, upTo, until, reason.reason));
        spec.commandLine()
                .getOut()
                .println(asked.id() + " is asked for: " + asked.words()
                        + ". Another person agrees: ./vesper rules waiver approve " + asked.id());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
