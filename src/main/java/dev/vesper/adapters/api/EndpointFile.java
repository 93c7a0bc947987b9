package dev.vesper.adapters.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.PrivateFiles;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The file through which other commands find a running Vesper; its owner alone may read it. */
public record EndpointFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public void write(Endpoint endpoint) {
        try {
            PrivateFiles.replace(
                    file,
                    JSON.writeValueAsString(Map.of(
                            "port",
                            endpoint.port(),
                            "token",
                            endpoint.token().reveal(),
                            "address",
                            endpoint.address().toString())));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + file + ", but " + e.getMessage(), e);
        }
    }

    /** Empty where nobody answers yet. */
    public Optional<Endpoint> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return json.path("port").isInt()
                    ? Optional.of(new Endpoint(
                            json.path("port").asInt(),
                            new Secret(json.path("token").asText()),
                            URI.create(json.path("address").asText())))
                    : Optional.empty(); // being written at this moment
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e.getMessage(), e);
        }
    }

    /** Nobody answers any more. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to remove " + file + ", but " + e.getMessage(), e);
        }
    }
}
