package dev.vesper.adapters.store;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;

/** The contract's verdict as JSON text. */
final class DataCheckJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Severity.class, Word.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A severity is its word, as in the contract. */
    private interface Word {
        @JsonValue
        String word();
    }

    private DataCheckJson() {}

    static String write(DataCheck check) {
        try {
            return JSON.writeValueAsString(check);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static DataCheck read(String json) {
        try {
            return JSON.readValue(json, DataCheck.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected the contract's verdict as JSON, but " + e.getMessage(), e);
        }
    }
}
