package dev.vesper.app.cli;

import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.NamedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The lists of names that the rules keep. */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = {
            "Every entry of the lists that judge, with its owner, its reason and how it stands on a day:",
            "holds, expires soon (within 30 days), expired, or not yet."
        },
        footer = {"", "Example: ./vesper rules lists restricted --on 2018-04-11"})
final class RuleListsCommand implements Callable<Integer> {
    private final Wiring wiring;
    private final Function<FirmOption, DroolsRuleBook> rules;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "LIST", defaultValue = "", description = "One list (default: all).")
    private String list = "";

    @Option(names = "--on", paramLabel = "DATE", description = "The day that decides (default: today).")
    private @Nullable LocalDate on;

    @Mixin
    private FirmOption firm = new FirmOption();

    @Mixin
    private FormatOption format = new FormatOption();

    /** @param rules those that judge */
    RuleListsCommand(Wiring wiring, Function<FirmOption, DroolsRuleBook> rules) {
        this.wiring = wiring;
        this.rules = rules;
    }

    @Override
    public Integer call() {
        LocalDate day = on == null ? wiring.times.today() : on;
        List<NamedList> lists = rules.apply(firm).lists();
        List<String> names = lists.stream().map(NamedList::name).toList();
        if (!list.isEmpty() && !names.contains(list)) {
            throw Problem.usage("Expected one of the lists " + names + ", but got \"" + Visible.line(list) + "\""
                    + NearestName.hint(list, names));
        }
        Table table = new Table("list", "of", "name", "owner", "reason", "from", "until", "state");
        for (NamedList one : lists) {
            if (list.isEmpty() || one.name().equals(list)) {
                one.entries().forEach(entry -> row(table, one, entry, day));
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private static void row(Table table, NamedList list, ListEntry entry, LocalDate day) {
        table.row(
                list.name(),
                list.kind().column(),
                entry.name(),
                entry.owner(),
                entry.reason(),
                entry.from().map(LocalDate::toString).orElse(""),
                entry.until().map(LocalDate::toString).orElse(""),
                entry.on(day).name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
