package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code kept_file}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "kept_file")
@IdClass(KeptFileRow.Key.class)
class KeptFileRow {
    record Key(String sum, String name) {}

    @Id
    String sum;

    @Id
    String name;

    byte[] content;

    static KeptFileRow of(String sum, String name, byte[] content) {
        KeptFileRow row = new KeptFileRow();
        row.sum = sum;
        row.name = name;
        row.content = content;
        return row;
    }
}
