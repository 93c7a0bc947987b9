package dev.vesper.desk.operations;

import dev.vesper.desk.checkdata.DataSnapshot;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data that a run was made with.
 *
 * @param rows data rows read; 0 before they were checked
 * @param setAside rows that broke a contract and were not used
 * @param firstDate earliest accepted date of the prices; null before they were checked
 * @param lastDate latest accepted date of the prices; null before they were checked
 * @param snapshots by product
 */
public record RunData(
        long rows,
        long setAside,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        List<DataSnapshot> snapshots) {
    public RunData {
        snapshots = List.copyOf(snapshots);
    }
}
