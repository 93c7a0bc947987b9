package dev.vesper.adapters.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.audit.AuditAction;
import java.io.IOException;
import java.util.function.Function;

/**
 * The JSON of the control server, written and read in one place: the server and the client of the command line use the
 * same. Words that people know stand for enums, for example {@code approve}; times are ISO 8601.
 */
public final class ControlJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(words())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.WRAP_EXCEPTIONS); // an unknown word says what it says

    /** A person's answer to a task, as it is posted to {@code /tasks}. */
    public record TaskAnswer(String id, Answer decision, String by, String reason) {}

    private ControlJson() {}

    /** One value and a line feed. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws Problem of kind INPUT where it is something else
     */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw Problem.usage("Expected JSON of " + type.getType().getTypeName() + ", but " + e.getMessage());
        }
    }

    /**
     * Reads a person's answer; a reason may be left out.
     *
     * @throws Problem of kind INPUT where a part is missing or its word unknown
     */
    public static TaskAnswer readAnswer(byte[] body) {
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (IOException e) {
            throw Problem.usage("Expected a JSON object with id, decision and by, but " + e.getMessage());
        }
        return new TaskAnswer(
                part(said, "id"),
                Answer.of(part(said, "decision")),
                part(said, "by"),
                said.path("reason").asText());
    }

    private static String part(JsonNode said, String name) {
        JsonNode part = said.get(name);
        if (part == null || !part.isTextual()) {
            throw Problem.usage("Expected a JSON object with id, decision and by, but "
                    + (part == null ? name + " is missing" : name + " is " + part));
        }
        return part.textValue();
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        word(module, Answer.class, Answer::word, Answer::of);
        word(module, TaskKind.class, TaskKind::word, TaskKind::of);
        word(module, AuditAction.class, AuditAction::word, AuditAction::of);
        return module;
    }

    private static <E extends Enum<E>> void word(
            SimpleModule module, Class<E> type, Function<E, String> word, Function<String, E> of) {
        module.addSerializer(type, new JsonSerializer<E>() {
            @Override
            public void serialize(E value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(word.apply(value));
            }
        });
        module.addDeserializer(type, new JsonDeserializer<E>() {
            @Override
            public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return of.apply(json.getText());
            }
        });
    }
}
