package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.Venue;
import dev.vesper.simulation.VenueKind;
import dev.vesper.simulation.VenueKinds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** venues.csv: where the firm's orders go, one venue on each line. */
final class VenuesCsv {
    private static final List<String> REQUIRED = List.of("name", "kind");
    private static final List<String> OPTIONAL = Stream.concat(
                    Stream.of("sender_comp_id", "target_comp_id", "fee_bps", "port"), VenueTermsColumns.NAMES.stream())
            .toList();
    private static final BigDecimal MOST_BPS = BigDecimal.valueOf(100);

    private final ExecutionSettings settings;
    private final List<Venue> venues = new ArrayList<>();
    private final Map<String, Long> taken = new HashMap<>();

    private VenuesCsv(ExecutionSettings settings) {
        this.settings = settings;
    }

    /** The venues in file order, which is the order in which a slice is offered to them. */
    static List<Venue> read(Path file, ExecutionSettings settings, List<String> warnings) {
        var table = new VenuesCsv(settings);
        CsvFile.read(file, header -> {
            warnings.addAll(header.check(REQUIRED, OPTIONAL));
            return table::row;
        });
        if (table.venues.isEmpty()) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)),
                    "Expected at least one venue, but there is only a header; without the file there are two, LIT and"
                            + " MIDPOINT");
        }
        return List.copyOf(table.venues);
    }

    private void row(Row row) {
        String name = safe(row, "name", row.text("name")).toUpperCase(Locale.ROOT);
        if (name.matches(".*-C[0-9]*")) {
            throw row.problem(
                    "name",
                    "Expected a name that does not end in -C or in -C and a number, but got \"" + name
                            + "\": the id of a cancel is the order's with -C");
        }
        VenueKind kind = kind(row);
        String sender = safe(row, "sender_comp_id", row.textOr("sender_comp_id", VenueKinds.OWN_NAME));
        String target = safe(row, "target_comp_id", row.textOr("target_comp_id", name));
        if (sender.equalsIgnoreCase(target)) {
            throw row.problem(
                    row.textOr("target_comp_id", "").isEmpty() ? "name" : "target_comp_id",
                    "Expected two names on a session, but \"" + sender + "\" is both ours and the venue's");
        }
        int port = port(row);
        once(row, "name", "name " + name);
        once(row, row.textOr("target_comp_id", "").isEmpty() ? "name" : "target_comp_id", session(sender, target));
        if (port != 0) {
            once(row, "port", "port " + port);
        }
        venues.add(new Venue(
                name,
                kind.word(),
                kind.dark(),
                sender,
                target,
                feeBps(row, kind),
                port,
                VenueTermsColumns.terms(row, kind.dark())));
    }

    private static String session(String sender, String target) {
        return "session " + sender.toUpperCase(Locale.ROOT) + " to " + target.toUpperCase(Locale.ROOT);
    }

    /** Names become folders, client order ids and comp ids. */
    private static String safe(Row row, String column, String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9-]{0,31}")) {
            throw row.problem(
                    column, "Expected a letter and then up to 31 letters, digits or hyphens, but got \"" + text + "\"");
        }
        return text;
    }

    private static VenueKind kind(Row row) {
        String word = row.text("kind");
        return VenueKinds.ALL
                .find(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> row.problem(
                        "kind",
                        "Expected a kind of venue (" + String.join(", ", VenueKinds.ALL.words()) + "), but got \""
                                + word + "\"" + NearestName.hint(word, VenueKinds.ALL.words())));
    }

    private BigDecimal feeBps(Row row, VenueKind kind) {
        if (row.textOr("fee_bps", "").isEmpty()) {
            return VenueTermsColumns.feesByUnit(row) ? BigDecimal.ZERO : BigDecimal.valueOf(kind.feeBps(settings));
        }
        BigDecimal fee = row.decimal("fee_bps");
        if (fee.abs().compareTo(MOST_BPS) > 0) {
            throw row.problem("fee_bps", "Expected basis points from -100 to 100, but got " + row.text("fee_bps"));
        }
        return fee;
    }

    private static int port(Row row) {
        String text = row.textOr("port", "");
        if (text.isEmpty()) {
            return 0;
        }
        int port = text.matches("[0-9]{4,5}") ? Integer.parseInt(text) : 0;
        if (port < 1_024 || port > 65_535) {
            throw row.problem("port", "Expected a port from 1024 to 65535, or nothing, but got \"" + text + "\"");
        }
        return port;
    }

    private void once(Row row, String column, String what) {
        Long before = taken.putIfAbsent(what, row.line());
        if (before != null) {
            throw row.problem(column, "Expected each venue once, but the " + what + " is also on line " + before);
        }
    }
}
