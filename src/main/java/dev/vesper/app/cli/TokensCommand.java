package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess.Asking;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import dev.vesper.desk.operations.Me;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What programs prove with that they act for a user. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Issues, lists and revokes tokens of whoever signed in, for their programs.",
        footer = {
            "",
            "Scopes: see, see-audit, answer-tasks, work-runs, post-to-books, reconcile, stop-trading,",
            "sign-rules, edit-rules, check-rules, manage-users",
            "Example: ./vesper tokens issue --label \"nightly export\" --scope see --days 30"
        })
final class TokensCommand {
    private final Wiring wiring;

    TokensCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = "Prints a new token, once; it stands for you in Authorization: Bearer TOKEN.")
    int issue(
            @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What it is for.")
                    String label,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "SCOPE",
                            description = "What it may at the most; may be repeated.")
                    List<String> scope,
            @Option(
                            names = "--days",
                            defaultValue = "30",
                            paramLabel = "N",
                            description = "How long it is taken, at most 90; without it 30.")
                    int days) {
        IssuedToken issued = ask(
                me -> me.issueToken(label, scope.stream().map(Permission::of).collect(Collectors.toSet()), days));
        wiring.console.say("Token " + issued.token().id() + ", told this once, taken until "
                + issued.token().expires());
        PrintWriter out = spec.commandLine().getOut();
        out.println(issued.secret().reveal());
        out.flush();
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Yours that are taken, oldest first.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("id", "label", "scope", "issued", "expires");
        for (PersonalToken token : ask(Me::tokens)) {
            table.row(
                    token.id(),
                    token.label(),
                    token.scope().stream().map(Permission::word).collect(Collectors.joining(" ")),
                    token.issued(),
                    token.expires());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends one of yours.")
    int revoke(@Parameters(paramLabel = "ID", description = "The token, as tokens list shows it.") String id) {
        PersonalToken ended = ask(me -> me.revokeToken(id));
        PrintWriter out = spec.commandLine().getOut();
        out.println("\"" + ended.label() + "\" is not taken any more");
        out.flush();
        return 0;
    }

    private <T> T ask(Function<Me, T> question) {
        Asking who = WhoOption.login(wiring)
                .map(login -> new Asking.Holding(login.token()))
                .orElseThrow(
                        () -> Problem.usage("Expected somebody who signed in, but nobody has; ./vesper login NAME"));
        return wiring.operations.access().ask(who, operations -> question.apply(operations.me()));
    }
}
