package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command said when it was run with these words, and its exit code; a problem is its message, as Main does it. */
record CommandAnswer(int code, String out, String err) {
    static CommandAnswer of(Object command, String words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof Problem problem) {
                        line.getErr().println(problem.getMessage());
                        return problem.kind().exitCode();
                    }
                    throw failure;
                })
                .execute(words.split(" "));
        return new CommandAnswer(code, out.toString(), err.toString());
    }

    /** The second field of the line of a symbol. */
    double weight(String symbol) {
        return out.lines()
                .filter(line -> line.startsWith(symbol + ","))
                .mapToDouble(line -> Double.parseDouble(line.substring(symbol.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected " + symbol + ", but got " + out + err));
    }
}
