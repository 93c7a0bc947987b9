package dev.vesper.desk.checkdata;

import java.util.List;

/**
 * One product's accepted data of a run, as the manifest in the lake names it.
 *
 * @param product its name, for example {@code prices}
 * @param snapshot names it
 * @param contract version and first 12 hexadecimal digits of the contract that judged it
 * @param raw the files that it was made from, as they were taken in
 * @param facts the objects that hold its rows, one a year
 */
public record DataSnapshot(
        String product, String snapshot, String contract, List<LakeObject> raw, List<LakeObject> facts) {
    /**
     * One object of the lake.
     *
     * @param key where it lies
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @param bytes how long it is
     */
    public record LakeObject(String key, String sha256, long bytes) {}

    public DataSnapshot {
        raw = List.copyOf(raw);
        facts = List.copyOf(facts);
    }
}
