package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import dev.vesper.data.Panel;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.slice.RowSum;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The object lake: raw bytes, checked facts, results of runs. Every write is checksummed and idempotent. */
public interface Lake {
    /** The data product every day needs. */
    String PRICES = "prices";

    /** The data products that were delivered, by name: those whose file is among what was taken in. */
    List<String> delivered(List<RawObject> raw);

    /**
     * Checks the file of a data product against its contract in one pass, sets bad rows aside and writes the rest as
     * partitioned Parquet. Doing it again on the same bytes gives the same snapshot.
     *
     * @param product its name; the file is called so, {@code .csv} or {@code .csv.gz}
     * @param raw the files as {@link FileIntake} stored them
     * @param asOf rows after it are not used (a replay of an earlier day); rows after {@code today} are bad
     * @throws dev.vesper.basics.Problem of kind INPUT where the file as a whole cannot be read
     */
    DataCheck check(String product, Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today);

    /** The snapshot that {@link #check} made of a product in a run, or empty where it made none. */
    Optional<String> snapshot(RunId run, String product);

    /** Gives a run the snapshots of another one, and the rows that were set aside there; twice is once. */
    void takeOver(RunId run, RunId from);

    /**
     * The accepted rows of a snapshot up to and including a date.
     *
     * @param fields numbers of the product's contract
     */
    Panel panel(String product, String snapshot, LocalDate asOf, List<String> fields);

    /** The SHA-256 of the manifest that names each object of a snapshot with its own; 0 rows where it is not there. */
    RowSum sum(String product, String snapshot);

    /** The object of a snapshot that is not what its manifest says, as a sentence without a full stop; empty where all are. */
    Optional<String> fault(String product, String snapshot);

    /** The accepted prices of a snapshot up to and including a date. */
    default PriceHistory prices(String snapshot, LocalDate asOf) {
        Panel panel = panel(PRICES, snapshot, asOf, List.of("close", "volume"));
        return new PriceHistory(
                panel.dates(),
                panel.series(),
                panel.values().getFirst(),
                panel.values().getLast());
    }

    /** Stores one file under {@code runs/<run>/}; the same name twice replaces the same object. */
    void keep(RunId run, String name, Path file);

    /** Writes the manifest {@code tags/<run>.json}: every object of the run with its checksum, and the versions. */
    void tag(RunId run, RunVersions versions, List<String> names);
}
