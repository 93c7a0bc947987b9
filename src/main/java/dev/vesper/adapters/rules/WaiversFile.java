package dev.vesper.adapters.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The waivers of a run beside the rules that judged it, so that whoever judges it again judges by them. It is written, and
 * read again, with what judged a run; no rules folder and no draft can hold a file of its name.
 */
final class WaiversFile {
    static final String NAME = "waivers.json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private WaiversFile() {}

    /** Numbers and dates are texts, so that nothing is lost. */
    private record Written(
            String id,
            String rule,
            String account,
            String subject,
            String upTo,
            String until,
            String askedBy,
            String agreedBy,
            String reason) {
        static Written of(Waiver waiver) {
            return new Written(
                    waiver.id(),
                    waiver.rule(),
                    waiver.account(),
                    waiver.subject(),
                    waiver.upTo().map(BigDecimal::toPlainString).orElse(""),
                    waiver.until().toString(),
                    waiver.askedBy(),
                    waiver.agreedBy(),
                    waiver.reason());
        }

        Waiver waiver() {
            return new Waiver(
                    id,
                    rule,
                    account,
                    subject,
                    Optional.of(upTo).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                    LocalDate.parse(until),
                    askedBy,
                    agreedBy,
                    reason);
        }
    }

    static byte[] write(Waivers waivers) {
        try {
            return JSON.writeValueAsString(
                            waivers.inForce().stream().map(Written::of).toList())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Those of what judged a run; none where it went by none.
     *
     * @throws Problem of kind INPUT where they cannot be read
     */
    static Waivers of(FileSet files) {
        byte[] bytes = files.files().get(NAME);
        if (bytes == null) {
            return Waivers.NONE;
        }
        try {
            return new Waivers(List.of(JSON.readValue(bytes, Written[].class)).stream()
                    .map(Written::waiver)
                    .toList());
        } catch (IOException e) {
            throw Problem.input(Place.of(NAME), "Expected the waivers of a run, but " + e.getMessage());
        }
    }
}
