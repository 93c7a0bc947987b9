package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.firm.Firm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the contract of a product says of a firm's file before any day is run: the very check of a day, of which nothing is
 * kept.
 *
 * @param rows up to the date
 * @param setAside rows that break a rule and would go to quarantine
 * @param first the first of them with its place, empty where there is none
 * @param breaches what the day would show, errors first
 * @param blocking whether the day would stop and ask
 */
public record ContractPreview(
        long rows, long setAside, String first, List<DataCheck.Breach> breaches, boolean blocking) {
    public ContractPreview {
        breaches = List.copyOf(breaches);
    }

    /**
     * Judges a file.
     *
     * @param asOf the business date
     * @param today rows after it are bad
     */
    public static ContractPreview of(
            Products products, String product, Firm firm, Path file, LocalDate asOf, LocalDate today) {
        Product read = products.get(product);
        Path work = folder();
        try (TableCheck check =
                new TableCheck(read.table(), read.reader(), file, S3Lake.sets(firm), asOf, today, work)) {
            Judgement found = check.judgement(today);
            List<DataCheck.Breach> breaches = new Verdicts(read.table(), found, asOf).breaches();
            String first = found.counts().stream()
                    .filter(count -> count.rule().quarantine() && count.rows() > 0)
                    .map(count -> count.rule().sentence() + ": " + count.example())
                    .findFirst()
                    .orElse("");
            return new ContractPreview(found.rows(), found.bad(), first, breaches, Verdicts.blocking(breaches));
        } catch (SQLException e) {
            throw Duck.failed(product, file, work, e);
        } finally {
            remove(work);
        }
    }

    /** What people hear, as sentences; none where every row is good and nothing is broken. */
    public List<String> warnings(String file) {
        List<String> warnings = new ArrayList<>();
        if (setAside > 0) {
            warnings.add(file + ": " + setAside + " of " + rows
                    + " prices will be set aside by the data contract, the first: " + first);
        }
        for (DataCheck.Breach breach : breaches) {
            warnings.add(file + ": " + breach.rule() + ": " + breach.message());
        }
        if (blocking) {
            warnings.add(file + ": the day would stop at check-data and ask");
        }
        return warnings;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("vesper-check");
        } catch (IOException e) {
            throw Problem.unavailable("Expected a folder for temporary files, but " + e.getMessage(), e);
        }
    }

    private static void remove(Path work) {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
