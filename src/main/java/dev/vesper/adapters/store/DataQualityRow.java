package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.ProductQuality;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code data_quality}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "data_quality")
@IdClass(DataQualityRow.Key.class)
class DataQualityRow {
    @Id
    String runId;

    @Id
    String product;

    String contract;

    @Column(name = "row_count")
    long rows;

    long setAside;
    LocalDate lastDate;
    long onDate;
    String rules;

    record Key(String runId, String product) {}

    static DataQualityRow of(RunId run, ProductQuality quality) {
        DataQualityRow row = new DataQualityRow();
        row.runId = run.value();
        row.product = quality.product();
        row.contract = quality.contract();
        row.rows = quality.rows();
        row.setAside = quality.setAside();
        row.lastDate = quality.lastDate();
        row.onDate = quality.onDate();
        row.rules = DataCheckJson.rules(quality.rules());
        return row;
    }

    ProductQuality toRecord() {
        return new ProductQuality(product, contract, rows, setAside, lastDate, onDate, DataCheckJson.rules(rules));
    }
}
