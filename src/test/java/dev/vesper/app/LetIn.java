package dev.vesper.app;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Lets people into a store that no Vesper holds. */
final class LetIn {
    private static final Secret OWN = new Secret("four blue horses");

    private LetIn() {}

    /** Each with a password of their own and a token that sees and answers: the tokens by name. */
    static Map<String, String> people(Path state, Map<String, Role> people) {
        Settings settings = Settings.from(Map.of("VESPER_VAR", state.toString()), Path.of(""));
        Console silent = new Console(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), false, null);
        Map<String, String> tokens = new HashMap<>();
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), silent)) {
            Access access = wiring.access.access.get();
            people.forEach((name, role) -> {
                Secret made = access.users().add(name, Set.of(role), "owner").password();
                access.passwords().change(name, made, OWN, "here");
                tokens.put(
                        name,
                        access.tokens()
                                .issue(
                                        name,
                                        "answers",
                                        Set.of(Permission.SEE, Permission.ANSWER_TASKS),
                                        Duration.ofDays(1))
                                .secret()
                                .reveal());
            });
        }
        return tokens;
    }
}
