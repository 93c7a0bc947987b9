package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.schedule.VolumeCurve;
import dev.vesper.execution.schedule.VolumeCurve.Stretch;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a market's volume falls on its day, CSV or gzipped CSV: {@code time,volume}. A row begins at its time and lasts until the
 * next, the last one as long as the one before it. Times rise; volumes are whole units, 0 or more.
 */
public final class VolumeProfileFile {
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private VolumeProfileFile() {}

    /**
     * Reads a file.
     *
     * @throws Problem of kind INPUT, naming file, line and column
     */
    public static VolumeCurve read(Path file) {
        List<Long> starts = new ArrayList<>();
        List<Long> volumes = new ArrayList<>();
        CsvFile.read(file, header -> {
            int time = column(header, "time");
            int volume = column(header, "volume");
            return row -> {
                long start = millis(row, time);
                if (!starts.isEmpty() && start <= starts.getLast()) {
                    throw Problem.input(
                            row.place(time),
                            "Expected a time after that of the row before it, but got " + row.cell(time));
                }
                starts.add(start);
                volumes.add(units(row, volume));
            };
        });
        if (starts.size() < 2) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)),
                    "Expected a header and two rows or more, but got " + starts.size());
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int next = Math.min(i, starts.size() - 2);
            long length = starts.get(next + 1) - starts.get(next);
            stretches.add(new Stretch(starts.get(i), starts.get(i) + length, volumes.get(i)));
        }
        return new VolumeCurve.Profiled(stretches);
    }

    private static int column(Header header, String name) {
        return header.find(name)
                .orElseThrow(() -> Problem.input(
                        header.place(),
                        "Expected the columns time,volume, but got " + String.join(",", header.names())));
    }

    private static long millis(Row row, int column) {
        try {
            return LocalTime.MIDNIGHT.until(LocalTime.parse(row.cell(column).strip()), ChronoUnit.MILLIS);
        } catch (DateTimeParseException none) {
            throw Problem.input(
                    row.place(column),
                    "Expected a time such as 09:30 or 09:30:00, but got \"" + row.cell(column) + "\"");
        }
    }

    private static long units(Row row, int column) {
        BigDecimal volume = Cells.decimal(row.cell(column), row.place(column));
        if (volume.signum() < 0
                || volume.compareTo(MOST) > 0
                || volume.stripTrailingZeros().scale() > 0) {
            throw Problem.input(
                    row.place(column), "Expected whole units from 0 to 1e15, but got \"" + row.cell(column) + "\"");
        }
        return volume.longValueExact();
    }
}
