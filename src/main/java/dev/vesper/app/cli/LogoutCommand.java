package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends a login. */
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Ends the login of this state folder, and its token.",
        footer = {"", "Example: ./vesper logout"})
final class LogoutCommand implements Callable<Integer> {
    private final Wiring wiring;

    LogoutCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        wiring.console.say(LoginCommand.leave(wiring) ? "Nobody is signed in any more." : "Nobody was signed in.");
        return 0;
    }
}
