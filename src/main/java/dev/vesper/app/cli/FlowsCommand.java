package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.books.FlowRecord;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code books flows}: what was asked for beside trades. */
@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        description = "What was posted beside trades, oldest first, and where each stands.")
final class FlowsCommand implements Callable<Integer> {
    private final Wiring wiring;

    FlowsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--waiting", description = "Only what waits for people.")
    private boolean waiting;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Table table = new Table("flow", "state", "by", "maker", "checker", "what");
        List<FlowRecord> flows = new BookAccess(wiring, spec).ask(book, new TimeOption(), BookPages::flows);
        for (FlowRecord flow : flows) {
            if (!waiting || flow.state().waits()) {
                table.row(
                        flow.id(),
                        flow.state().word(),
                        flow.by(),
                        flow.maker() == null ? "" : flow.maker(),
                        flow.checker() == null ? "" : flow.checker(),
                        flow.line());
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }
}
