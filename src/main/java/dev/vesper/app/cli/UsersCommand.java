package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import dev.vesper.desk.operations.Owner;
import dev.vesper.desk.operations.Users;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who belongs, as whoever owns the state folder says. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = {
            "Makes users, changes their roles, lets them out and in, gives them another password.",
            "Once there is one, a name given with --as decides in rehearsals only."
        },
        footer = {
            "",
            "Roles: viewer, analyst, rule-checker, operator, trader, approver, risk-officer, administrator",
            "Example: ./vesper users add alice --role trader --role approver"
        })
final class UsersCommand {
    private static final String NAME = "The user, as users list shows it.";

    private final Wiring wiring;

    UsersCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user; prints a one-time password, which opens nothing but its own change.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Of the new user.") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "One role; may be repeated.")
                    List<String> roles) {
        return told(ask(users -> users.add(name, roles(roles))));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Everybody, by name.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("name", "roles", "state", "identity", "fault");
        for (User user : ask(Users::list)) {
            table.row(
                    user.name(),
                    words(user),
                    user.active() ? user.mustChangePassword() ? "must change the password" : "let in" : "let out",
                    user.identity(),
                    user.fault());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "roles",
            mixinStandardHelpOptions = true,
            description = "Gives a user these roles and no others, from the next question on.")
    int roles(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "One role; may be repeated.")
                    List<String> roles) {
        return changed(ask(users -> users.roles(name, roles(roles))));
    }

    @Command(
            name = "out",
            mixinStandardHelpOptions = true,
            description = "Lets a user in no longer; their tokens stand for nobody meanwhile.")
    int out(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return changed(ask(users -> users.letOut(name)));
    }

    @Command(name = "in", mixinStandardHelpOptions = true, description = "Lets a user in again.")
    int in(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return changed(ask(users -> users.letIn(name)));
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = {
                "Lets a user sign in to the console by the firm's identity provider.",
                "The subject is the sub that it tells of them; a refused sign-in shows it."
            })
    int link(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "SUBJECT", description = "What the provider calls them.") String subject) {
        return changed(ask(users -> users.link(name, subject)));
    }

    @Command(
            name = "unlink",
            mixinStandardHelpOptions = true,
            description = "Lets a user sign in by the identity provider no longer.")
    int unlink(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return changed(ask(users -> users.unlink(name)));
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Ends a user's password and tokens; prints a one-time password.")
    int reset(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return told(ask(users -> users.resetPassword(name)));
    }

    private <T> T ask(Function<Users, T> question) {
        return wiring.operations.access().ask(new Owner(), operations -> question.apply(operations.users()));
    }

    private static Set<Role> roles(List<String> words) {
        return words.stream().map(Role::of).collect(Collectors.toSet());
    }

    private static String words(User user) {
        return user.roles().stream().map(Role::word).collect(Collectors.joining(" "));
    }

    /** The password alone on standard output, for whoever hands it on. */
    private int told(OneTimePassword made) {
        wiring.console.say(made.user().name() + " (" + words(made.user()) + ") signs in with this one-time password,"
                + " told this once: ./vesper login " + made.user().name());
        PrintWriter out = spec.commandLine().getOut();
        out.println(made.password().reveal());
        out.flush();
        return 0;
    }

    private int changed(User user) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(user.name() + ": " + words(user) + (user.active() ? "" : ", let out")
                + (user.identity().isEmpty() ? "" : ", linked to " + user.identity()));
        out.flush();
        return 0;
    }
}
