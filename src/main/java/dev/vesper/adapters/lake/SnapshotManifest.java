package dev.vesper.adapters.lake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vesper.basics.Problem;
import dev.vesper.data.rows.DecidedRows;
import java.io.IOException;
import java.util.List;

/**
 * What belongs to a snapshot. It is written last: a snapshot without it does not exist.
 *
 * @param contract version and first 12 hex digits of the contract's check sum
 * @param raw the raw objects it was made from
 * @param decided the rows that people released, corrected or kept out, with who and why
 */
@JsonPropertyOrder({"snapshot", "contract", "raw", "files", "decided"})
record SnapshotManifest(
        String snapshot,
        String contract,
        List<StoredObject> raw,
        List<YearFile> files,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DecidedRows> decided) {
    @SuppressWarnings("ConstantValue") // what an older Vesper wrote has no decided rows
    SnapshotManifest {
        raw = List.copyOf(raw);
        files = List.copyOf(files);
        decided = decided == null ? List.of() : List.copyOf(decided);
    }

    /** The rows of one year. */
    @JsonPropertyOrder({"year", "key", "sha256", "bytes"})
    record YearFile(int year, String key, String sha256, long bytes) {}

    static String folder(String product, String snapshot) {
        return "facts/" + product + "/snapshot=" + snapshot + "/";
    }

    static String key(String product, String snapshot) {
        return folder(product, snapshot) + "manifest.json";
    }

    byte[] toJson() {
        return Json.write(this);
    }

    static SnapshotManifest fromJson(String key, byte[] json) {
        try {
            return Json.MAPPER.readValue(json, SnapshotManifest.class);
        } catch (IOException e) {
            throw Problem.unavailable("Expected " + key + " to be a snapshot's manifest, but " + e.getMessage(), e);
        }
    }

    /** The lake's way of writing JSON: indented, keys in a fixed order, one line feed at the end. */
    static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();

        private Json() {}

        /** A text of an object that holds nothing else. */
        static String field(String key, byte[] json, String field) {
            try {
                return MAPPER.readTree(json).path(field).asText();
            } catch (IOException e) {
                throw Problem.unavailable("Expected " + key + " to be JSON, but " + e.getMessage(), e);
            }
        }

        static byte[] write(Object value) {
            try {
                return (MAPPER.writeValueAsString(value) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
