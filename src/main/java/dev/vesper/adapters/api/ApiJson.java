package dev.vesper.adapters.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Visible;
import dev.vesper.books.LotId;
import dev.vesper.desk.run.ShownStage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of all resources, written and read in one place. An enum is its word ({@code approve-trades}), a run its id,
 * a stage its word, a time ISO 8601; a part that is unknown or missing is refused, never guessed.
 */
public final class ApiJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(words())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

    private static final int LONGEST_NUMBER = 60;

    private ApiJson() {}

    /** One value and a line feed. */
    public static String write(Object value) {
        try {
            return Visible.lines(JSON.writeValueAsString(value)) + "\n"; // outside of texts JSON is plain
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an object of parts, each a text, a number or null. */
    public static ObjectNode parts(Record asks) {
        return JSON.valueToTree(asks);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * Reads a body.
     *
     * @throws Problem of kind INPUT where it is not one JSON object
     */
    public static ObjectNode readObject(byte[] body) {
        try {
            if (body.length > 0 && JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Problem.usage("Expected a JSON object, but " + why(e));
        }
        throw Problem.usage("Expected a JSON object, but got " + (body.length == 0 ? "nothing" : "something else"));
    }

    /**
     * Makes what is asked from its parts; what is left out is what {@link Otherwise} says.
     *
     * @throws Problem of kind INPUT that names what is unknown, missing or not of its kind
     */
    public static <Q extends Record> Q read(ObjectNode given, Class<Q> asks) {
        ObjectNode parts = given.deepCopy();
        List<String> known = Arrays.stream(asks.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        parts.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Problem.usage("Expected " + (known.isEmpty() ? "nothing more" : String.join(", ", known))
                        + ", but got \"" + name + "\"" + NearestName.hint(name, known));
            }
        });
        for (RecordComponent part : asks.getRecordComponents()) {
            JsonNode value = parts.get(part.getName());
            if (value == null || value.isNull()) {
                Otherwise otherwise = part.getAnnotation(Otherwise.class);
                if (otherwise == null) {
                    throw Problem.usage(
                            "Expected " + String.join(", ", known) + ", but " + part.getName() + " is missing");
                }
                if (part.getType() == List.class) {
                    parts.putArray(part.getName()); // a list that is left out is empty
                } else {
                    parts.put(part.getName(), otherwise.value());
                }
            }
        }
        try {
            return JSON.treeToValue(parts, asks);
        } catch (JsonMappingException e) {
            String at = e.getPath().stream()
                    .map(r -> String.valueOf(r.getFieldName()))
                    .collect(Collectors.joining("."));
            throw Problem.usage(at + ": " + why(e));
        } catch (JsonProcessingException e) {
            throw Problem.usage(why(e));
        }
    }

    /**
     * Reads an answer; parts that are unknown here are those of a later version.
     *
     * @throws IOException where it is something else
     */
    public static <A> A readAnswer(byte[] body, Answers<A> answers) throws IOException {
        Object value = JSON.readerFor(answers.type(JSON.getTypeFactory()))
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(body);
        return answers.cast().apply(value);
    }

    private static String why(IOException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case MismatchedInputException other -> "Expected " + kind(other.getTargetType()) + ", but got another kind";
            case JsonProcessingException json -> json.getOriginalMessage();
            default -> String.valueOf(cause.getMessage());
        };
    }

    /** What JSON calls a value of a type of ours. */
    private static String kind(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return "a value";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a text";
    }

    /** The words of an enum, for example {@code approve-trades}, each with its constant. */
    static Map<String, Enum<?>> words(Class<?> type) {
        return Arrays.stream((Enum<?>[]) type.getEnumConstants())
                .collect(Collectors.toMap(ApiJson::word, c -> c, (a, _) -> a, java.util.LinkedHashMap::new));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        module.setSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifyEnumSerializer(
                    SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> standard) {
                return new WordSerializer();
            }
        });
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> standard) {
                return new WordDeserializer(type.getRawClass());
            }
        });
        text(module, RunId.class, RunId::value, RunId::new);
        text(module, ShownStage.class, ShownStage::word, ShownStage::new);
        text(module, Secret.class, Secret::reveal, Secret::new);
        text(module, LotId.class, LotId::toString, LotId::of);
        text(module, BigDecimal.class, BigDecimal::toPlainString, ApiJson::decimal);
        return module;
    }

    /** A decimal number as people write it: a text, so that no program on the way takes digits from it. */
    private static BigDecimal decimal(String text) {
        boolean plain = text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            if (plain) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            plain = false;
        }
        throw new IllegalArgumentException("Expected a decimal number such as \"1250.50\", but got \"" + text + "\"");
    }

    /** A value that is one text. */
    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return read.apply(json.getText());
            }
        });
    }

    private static final class WordSerializer extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(word((Enum<?>) value));
        }
    }

    private static final class WordDeserializer extends JsonDeserializer<Enum<?>> {
        private final Map<String, Enum<?>> words;

        WordDeserializer(Class<?> type) {
            this.words = words(type);
        }

        @Override
        public Enum<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            Enum<?> constant = words.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("Expected one of " + String.join(", ", words.keySet())
                        + ", but got \"" + text + "\"" + NearestName.hint(text, words.keySet()));
            }
            return constant;
        }
    }
}
