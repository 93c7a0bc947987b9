package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.WhoAmI;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who is signed in, and what they may. */
@Command(
        name = "whoami",
        mixinStandardHelpOptions = true,
        description = "Says who is signed in, and what that allows.",
        footer = {"", "Example: ./vesper whoami"})
final class WhoamiCommand implements Callable<Integer> {
    private final Wiring wiring;

    WhoamiCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        WhoAmI who = wiring.operations
                .access()
                .ask(
                        new WhoOption().askingOrReader(wiring),
                        operations -> operations.me().who());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                who.name().isEmpty()
                        ? "Nobody is signed in; ./vesper login NAME"
                        : who.name() + ", "
                                + who.roles().stream().map(Role::word).collect(Collectors.joining(" and "))
                                + (wiring.settings.token().isPresent()
                                        ? ", by VESPER_TOKEN"
                                        : ", signed in until "
                                                + WhoOption.login(wiring)
                                                        .orElseThrow()
                                                        .expires()));
        out.println("may " + who.may().stream().map(Permission::words).collect(Collectors.joining("; ")));
        out.flush();
        return 0;
    }
}
