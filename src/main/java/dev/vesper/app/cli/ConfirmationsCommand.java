package dev.vesper.app.cli;

import dev.vesper.adapters.report.ConfirmationPdf;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.StoreWiring.Store;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.books.TradeConfirmation;
import dev.vesper.desk.books.DayBooks;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each account is told of what was traded for it. */
@Command(
        name = "confirmations",
        mixinStandardHelpOptions = true,
        description = "Confirms the trades of a run to its accounts: price, money, fees, trade and settlement date.",
        footer = {
            "",
            "Example: ./vesper execution confirmations --run 2018-04-11-001 --account ACC01 --format csv --out acc01.csv"
        })
final class ConfirmationsCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunId run;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "One account alone.")
    private @Nullable String account;

    @Option(names = "--rehearsal", description = "The run is a rehearsal: nothing was really traded.")
    private boolean rehearsal;

    @Option(names = "--executions", description = "A row for each execution instead of each order.")
    private boolean executions;

    @Option(
            names = "--documents",
            paramLabel = "DIR",
            description = "A document (PDF) for each account besides, in a folder that is empty or is made.")
    private @Nullable Path documents;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ConfirmationsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        if (documents != null) {
            OutFolder.requireEmpty(documents, wiring.settings.state());
        }
        Store store = wiring.store.store.get();
        RunRecord record = store.runs()
                .find(run)
                .orElseThrow(() -> Problem.usage(
                        "Expected a run of the store, but " + run + " is none; ./vesper runs list shows them"));
        mayBeTold(record);
        Firm firm = wiring.firm.inputs.get().firm(run);
        Map<String, Account> accounts = firm.accounts().stream().collect(Collectors.toMap(Account::id, one -> one));
        if (account != null && !accounts.containsKey(account)) {
            throw Problem.usage("Expected an account of " + firm.settings().name() + ", but \"" + account
                    + "\" is none; its accounts are "
                    + String.join(", ", accounts.keySet().stream().sorted().toList()));
        }
        List<ParentOrder> orders = store.runs().orders(run).orElse(List.of()).stream()
                .filter(order -> account == null || order.account().equals(account))
                .toList();
        List<TradeConfirmation> confirmations = TradeConfirmation.of(
                orders,
                store.orders().fills(run),
                record.date(),
                (symbol, traded) -> DayBooks.settles(firm, symbol, traded));
        if (documents != null) {
            write(documents, record, firm, accounts, confirmations);
        }
        format.write(
                executions ? executions(confirmations) : orders(confirmations, accounts, firm),
                spec.commandLine().getOut());
        return 0;
    }

    private void write(
            Path folder,
            RunRecord record,
            Firm firm,
            Map<String, Account> accounts,
            List<TradeConfirmation> confirmations) {
        OutFolder.make(folder);
        ConfirmationPdf pdf = new ConfirmationPdf(record, firm.settings().name(), symbol -> {
            var instrument = firm.instruments().get(symbol);
            return instrument == null ? "" : instrument.name();
        });
        Map<String, List<TradeConfirmation>> byAccount = confirmations.stream()
                .collect(Collectors.groupingBy(one -> one.order().account(), TreeMap::new, Collectors.toList()));
        byAccount.forEach((id, own) -> {
            Account holder = accounts.get(id);
            pdf.write(id, holder == null ? "" : holder.name(), own, folder);
        });
        wiring.console.say(Counted.of(byAccount.size(), "document") + " in " + folder);
    }

    private void mayBeTold(RunRecord record) {
        if (record.rehearsal() != rehearsal) {
            throw Problem.usage(
                    rehearsal
                            ? "Expected a rehearsal, as --rehearsal says, but " + run + " is a day"
                            : "Expected a day, but " + run
                                    + " is a rehearsal: nothing was really traded; --rehearsal shows what would be confirmed");
        }
        if (!record.status().ended()) {
            throw Problem.usage("Expected a run that has ended, but the orders of " + run + " may still be filled");
        }
        if (record.supersededBy() != null) {
            throw Problem.usage(
                    "Expected a run that counts, but " + record.supersededBy() + " took the place of " + run);
        }
    }

    private static Table orders(List<TradeConfirmation> confirmations, Map<String, Account> accounts, Firm firm) {
        Table table = new Table(
                "account",
                "name",
                "order_id",
                "symbol",
                "instrument",
                "side",
                "quantity",
                "average_price",
                "currency",
                "value",
                "fees",
                "net",
                "trade_date",
                "settlement_date",
                "executions");
        for (TradeConfirmation one : confirmations) {
            ParentOrder order = one.order();
            var instrument = firm.instruments().get(order.symbol());
            var holder = accounts.get(order.account());
            table.row(
                    order.account(),
                    holder == null ? "" : holder.name(),
                    order.id(),
                    order.symbol(),
                    instrument == null ? "" : instrument.name(),
                    order.side().name().toLowerCase(Locale.ROOT),
                    plain(one.quantity()),
                    plain(one.averagePrice()),
                    order.currency(),
                    one.value(),
                    one.fees(),
                    one.net(),
                    one.traded(),
                    one.settles() == null ? "" : one.settles(),
                    one.fills().size());
        }
        return table;
    }

    private static Table executions(List<TradeConfirmation> confirmations) {
        Table table = new Table(
                "account", "order_id", "symbol", "side", "time", "quantity", "price", "fee", "venue", "exec_id");
        for (TradeConfirmation one : confirmations) {
            for (Fill fill : one.fills()) {
                table.row(
                        one.order().account(),
                        one.order().id(),
                        fill.symbol(),
                        fill.side().name().toLowerCase(Locale.ROOT),
                        Numbers.timeOfDay(fill.millis()),
                        plain(fill.quantity()),
                        plain(fill.price()),
                        fill.fee(),
                        fill.venue(),
                        fill.executionId());
            }
        }
        return table;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
