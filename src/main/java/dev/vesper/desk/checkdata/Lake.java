package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.PriceHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The object lake: raw bytes, checked facts, results of runs. Every write is checksummed and idempotent. */
public interface Lake {
    /**
     * Checks the firm's prices against the contract in one pass, sets bad rows aside and writes the rest as partitioned
     * Parquet. Doing it again on the same bytes gives the same snapshot.
     *
     * @param raw the files as {@link FileIntake} stored them
     * @param asOf rows after it are not used (a replay of an earlier day); rows after {@code today} are bad
     * @throws dev.vesper.basics.Problem of kind INPUT where the file as a whole cannot be read
     */
    DataCheck check(Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today);

    /** The accepted prices of a snapshot up to and including a date. */
    PriceHistory prices(String snapshot, LocalDate asOf);

    /** Stores one file under {@code runs/<run>/}; the same name twice replaces the same object. */
    void keep(RunId run, String name, Path file);

    /** Writes the manifest {@code tags/<run>.json}: every object of the run with its checksum, and the versions. */
    void tag(RunId run, RunVersions versions, List<String> names);
}
