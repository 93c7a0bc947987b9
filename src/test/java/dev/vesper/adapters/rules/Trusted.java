package dev.vesper.adapters.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An engineer has read whatever DRL stands in a folder. */
public final class Trusted {
    private Trusted() {}

    static RuleTrust all(Path rules) {
        try (Stream<Path> files = Files.list(rules.resolve("compliance"))) {
            Path state = Files.createTempDirectory("trusted");
            List<Path> code = files.filter(f -> f.toString().endsWith(".drl")).toList();
            code.forEach(file -> RuleTrust.trust(
                    state, file.getFileName().toString(), RuleTrust.version(file), "erin", Instant.EPOCH));
            RuleTrust trust = RuleTrust.of(state);
            Files.deleteIfExists(state.resolve(RuleTrust.LIST));
            Files.delete(state);
            return trust;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DroolsRuleBook rules(Path folder) {
        return new DroolsRuleBook(folder, all(folder));
    }
}
