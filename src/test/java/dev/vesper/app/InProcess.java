package dev.vesper.app;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The whole command line in this program, without a process for each command: for those who run hundreds. */
public final class InProcess {
    /** What a command said and how it ended. */
    public record Answer(int code, String out, String err) {}

    private InProcess() {}

    /** Runs one command in an environment. */
    public static Answer run(Map<String, String> environment, String... words) {
        Settings settings;
        try {
            settings = Settings.from(environment, Path.of(""));
        } catch (Problem wrong) {
            return new Answer(wrong.kind().exitCode(), "", "vesper: " + wrong.getMessage() + "\n");
        }
        var said = new ByteArrayOutputStream();
        var out = new StringWriter();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        var console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false, null);
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), console)) {
            var err =
                    new PrintWriter(new PrintStream(said, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
            int code = Main.commandLine(wiring)
                    .setOut(new PrintWriter(out, true))
                    .setErr(err)
                    .execute(words);
            return new Answer(code, out.toString(), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
