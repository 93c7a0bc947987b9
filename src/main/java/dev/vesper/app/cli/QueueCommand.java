package dev.vesper.app.cli;

import dev.vesper.adapters.firm.OrderEventsFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.execution.queue.ErrorSpread;
import dev.vesper.execution.queue.Probes;
import dev.vesper.execution.queue.QueueErrors;
import dev.vesper.execution.queue.QueueModel;
import dev.vesper.execution.queue.QueueModels;
import dev.vesper.execution.queue.QueueReplay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far off models of a queue are. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = "How far off models of an order's place in a queue are, on a book recorded order by order.",
        footer = {"", "Example: ./vesper execution queue --l3 orders.csv.gz --format csv"})
final class QueueCommand implements Callable<Integer> {
    private static final int DIGITS = 6;

    private static final int MOST_SECONDS = 86_400;

    @Option(
            names = "--l3",
            required = true,
            paramLabel = "FILE",
            description = "Orders as they came: id,timestamp,price,volume,action,direction.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path record;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A model; may be repeated, all by default: risk-averse, power-1, power-2, power-3, log,"
                    + " log-whole, front-power-3.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--probe-seconds",
            paramLabel = "SECONDS",
            description = "Follows an order of no size that joins the best bid, and one the best ask, every so many"
                    + " seconds, instead of the orders of the record.")
    private @Nullable Integer every;

    @Option(
            names = "--patience-seconds",
            paramLabel = "SECONDS",
            description = "How long such an order waits; 600 by default.")
    private int patience = 600;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<QueueModel> models = new ArrayList<>();
        (words.isEmpty() ? QueueModels.ALL.words() : words).forEach(word -> models.add(QueueModels.ALL.get(word)));
        QueueReplay.Result result = QueueReplay.of(OrderEventsFile.read(record), models, probes());
        Table table = new Table(
                "model",
                "changes",
                "place_mean",
                "place_mean_abs",
                "place_p05",
                "place_p50",
                "place_p95",
                "share_mean",
                "share_mean_abs",
                "filled",
                "missed",
                "unfilled",
                "wrongly_filled",
                "wrong_share",
                "late_mean_s",
                "late_p05_s",
                "late_p50_s",
                "late_p95_s");
        result.models().forEach(errors -> row(table, errors));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("orders_that_waited", result.waited());
        whole.put("followed", result.followed());
        whole.put("trades", result.trades());
        whole.put("fills_without_another_side", result.aloneTrades());
        whole.put("fills_out_of_turn", result.outOfTurn());
        format.write(table, whole, "models", spec.commandLine().getOut());
        spec.commandLine()
                .getErr()
                .println("  " + result.waited() + " orders waited, " + result.followed()
                        + " orders followed that joined behind others; "
                        + result.trades() + " trades, " + result.aloneTrades()
                        + " fills without another side, " + result.outOfTurn() + " fills out of turn");
        spec.commandLine().getErr().flush();
        return 0;
    }

    private Optional<Probes> probes() {
        if (every == null) {
            return Optional.empty();
        }
        if (every < 1 || every > MOST_SECONDS || patience < 1 || patience > MOST_SECONDS) {
            throw Problem.usage("Expected --probe-seconds and --patience-seconds from 1 to " + MOST_SECONDS
                    + ", but got " + every + " and " + patience);
        }
        return Optional.of(new Probes(every * 1000L, patience * 1000L));
    }

    private static void row(Table table, QueueErrors errors) {
        ErrorSpread place = errors.place();
        ErrorSpread late = errors.lateSeconds();
        table.row(
                errors.model().word(),
                place.count(),
                short6(place.mean()),
                short6(place.meanAbsolute()),
                short6(place.p05()),
                short6(place.p50()),
                short6(place.p95()),
                short6(errors.share().mean()),
                short6(errors.share().meanAbsolute()),
                errors.filled(),
                errors.missed(),
                errors.unfilled(),
                errors.wronglyFilled(),
                short6(errors.wrong()),
                short6(late.mean()),
                short6(late.p05()),
                short6(late.p50()),
                short6(late.p95()));
    }

    /** Six digits that count, and none below a hundred-millionth. */
    private static BigDecimal short6(double value) {
        BigDecimal bare = new BigDecimal(value, new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .setScale(8, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
