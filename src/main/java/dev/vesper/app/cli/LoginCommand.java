package dev.vesper.app.cli;

import dev.vesper.adapters.api.LoginFile;
import dev.vesper.app.wiring.OperationsAccess.Asking;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.Entry;
import dev.vesper.desk.operations.Reader;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a user in, for the commands of this state folder. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for your password and signs you in for 12 hours: commands that take --as may leave it out.",
            "A one-time password is changed here first."
        },
        footer = {"", "Example: ./vesper login alice"})
final class LoginCommand implements Callable<Integer> {
    private final Wiring wiring;

    LoginCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Who you are.")
    private String name = "";

    @Override
    public Integer call() {
        Secret password = typed("Password: ");
        Entered entered = ask(entry -> entry.signIn(name, password));
        IssuedToken issued = entered.issued() == null ? withAnother(entered.user(), password) : entered.issued();
        leave(wiring);
        WhoOption.file(wiring)
                .write(new LoginFile.Login(
                        entered.user(),
                        issued.token().id(),
                        issued.secret(),
                        issued.token().expires()));
        spec.commandLine()
                .getOut()
                .println(entered.user() + " is signed in until "
                        + issued.token().expires() + "; ./vesper logout ends it");
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Signs in after the one-time password was changed. */
    private IssuedToken withAnother(String user, Secret oneTime) {
        Secret next = chosen();
        ask(entry -> entry.changePassword(user, oneTime, next));
        IssuedToken issued = ask(entry -> entry.signIn(user, next)).issued();
        if (issued == null) {
            throw Problem.refused("Expected to sign in with the new password, but it was reset meanwhile; try again");
        }
        return issued;
    }

    private Secret chosen() {
        wiring.console.say("This password was made for you; choose your own: 12 characters or more, several words are"
                + " easy to keep in mind.");
        Secret next = typed("New password: ");
        if (!next.equals(typed("Once more: "))) {
            throw Problem.usage("Expected the new password twice, but the two differ; nothing is changed");
        }
        return next;
    }

    private Secret typed(String prompt) {
        return Optional.ofNullable(wiring.console.askSecret(prompt))
                .orElseThrow(() -> Problem.usage("Expected a terminal to type the password, but there is none;"
                        + " programs use a token: ./vesper tokens issue"));
    }

    private <T> T ask(Function<Entry, T> question) {
        return wiring.operations.access().ask(new Reader(), operations -> question.apply(operations.entry()));
    }

    /** Ends who was signed in before, and says whether there was somebody. */
    static boolean leave(Wiring wiring) {
        LoginFile file = WhoOption.file(wiring);
        Optional<LoginFile.Login> login = Optional.empty();
        try {
            login = file.read();
        } catch (Problem broken) {
            wiring.console.say(String.valueOf(broken.getMessage()));
        }
        file.remove();
        login.filter(before -> wiring.times.now().isBefore(before.expires())).ifPresent(before -> {
            try {
                wiring.operations
                        .access()
                        .ask(
                                new Asking.Holding(before.token()),
                                operations -> operations.me().revokeToken(before.id()));
            } catch (Problem gone) {
                // ended already, by a new password or by whoever let them out
                wiring.console.say("The token of " + before.name() + " was not taken any more.");
            }
        });
        return login.isPresent();
    }
}
