package dev.vesper.adapters.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.RuleQuality;
import java.util.List;

/** The contract's verdict as JSON text. */
final class DataCheckJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Severity.class, Word.class)
            .addMixIn(DataCheck.class, Verdict.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A severity is its word, as in the contract. */
    private interface Word {
        @JsonValue
        String word();
    }

    /** What each rule found lies in a table of its own. */
    @JsonIgnoreProperties("quality")
    private interface Verdict {}

    private DataCheckJson() {}

    static String rules(List<RuleQuality> rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<RuleQuality> rules(String json) {
        try {
            return List.of(JSON.readValue(json, RuleQuality[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected what the rules found as JSON, but " + e.getMessage(), e);
        }
    }

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
