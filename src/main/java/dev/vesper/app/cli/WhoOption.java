package dev.vesper.app.cli;

import dev.vesper.adapters.api.LoginFile;
import dev.vesper.app.wiring.OperationsAccess.Asking;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does something: whoever signed in, or a name, which once there are users counts in rehearsals only. */
final class WhoOption {
    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who you are; without it whoever holds VESPER_TOKEN, or signed in (./vesper login).")
    @Nullable
    String by;

    /**
     * Who asks.
     *
     * @throws Problem of kind INPUT where nobody is named and nobody signed in
     */
    Asking asking(Wiring wiring) {
        return known(wiring)
                .orElseThrow(() -> Problem.usage(
                        "Expected --as NAME, or somebody who signed in (./vesper login NAME), but there is neither"));
    }

    /** Who asks, or somebody who gives no name. */
    Asking askingOrReader(Wiring wiring) {
        return known(wiring).orElseGet(() -> new Asking.By(new Reader()));
    }

    private Optional<Asking> known(Wiring wiring) {
        return by == null
                ? wiring.settings
                        .token()
                        .or(() -> login(wiring).map(LoginFile.Login::token))
                        .map(Asking.Holding::new)
                : Optional.of(new Asking.By(new Person(by)));
    }

    /** As it will stand in the record. */
    String name(Wiring wiring) {
        return by == null
                ? known(wiring)
                        .map(asking -> wiring.operations
                                .access()
                                .ask(asking, operations -> operations.me().who().name()))
                        .orElse("")
                : by;
    }

    /** Who signed in here and has not expired. */
    static Optional<LoginFile.Login> login(Wiring wiring) {
        return file(wiring)
                .read()
                .filter(login -> wiring.times.machine().instant().isBefore(login.expires()));
    }

    static LoginFile file(Wiring wiring) {
        return new LoginFile(wiring.settings.folder("login.json"));
    }
}
