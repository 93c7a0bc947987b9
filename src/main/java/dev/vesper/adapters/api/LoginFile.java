package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.PrivateFiles;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The file in which a command line keeps who signed in; its owner alone may read it. */
public record LoginFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Somebody who signed in.
     *
     * @param id of the token
     */
    public record Login(String name, String id, Secret token, Instant expires) {}

    /** Keeps a login in the place of the one before. */
    public void write(Login login) {
        try {
            PrivateFiles.replace(
                    file,
                    JSON.writeValueAsString(Map.of(
                            "name", login.name(),
                            "id", login.id(),
                            "token", login.token().reveal(),
                            "expires", login.expires().toString())));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + file + ", but " + e.getMessage(), e);
        }
    }

    /**
     * Who signed in; empty where nobody did.
     *
     * @throws Problem of kind INPUT where the file is no login
     */
    public Optional<Login> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Login(
                    json.path("name").asText(),
                    json.path("id").asText(),
                    new Secret(json.path("token").asText()),
                    Instant.parse(json.path("expires").asText())));
        } catch (IOException | DateTimeException e) {
            throw Problem.usage(
                    "Expected " + file + " to say who signed in, but it does not; ./vesper logout removes it");
        }
    }

    /** Nobody is signed in any more. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to remove " + file + ", but " + e.getMessage(), e);
        }
    }
}
