package dev.vesper.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Methods and constructors that a rule speaks of, one on each line of a text file: calls and method references alike. */
public record Signatures(List<Signature> all) {
    /**
     * One line.
     *
     * @param parameters comma-joined type names; empty for any
     */
    record Signature(String owner, String method, Optional<String> parameters) {
        static Signature parse(String text) {
            String[] parts = text.split("#", 2);
            int bracket = parts[1].indexOf('(');
            return bracket < 0
                    ? new Signature(parts[0], parts[1], Optional.empty())
                    : new Signature(
                            parts[0],
                            parts[1].substring(0, bracket),
                            Optional.of(parts[1].substring(bracket + 1, parts[1].length() - 1)));
        }

        boolean is(JavaAccess<?> access) {
            return access.getTarget().getName().equals(method)
                    && access.getTargetOwner().isAssignableTo(owner)
                    && parameters.map(p -> p.equals(parameters(access))).orElse(true);
        }

        private static String parameters(JavaAccess<?> access) {
            return access instanceof JavaCodeUnitAccess<?> unit
                    ? unit.getTarget().getRawParameterTypes().stream()
                            .map(type -> type.getName())
                            .collect(Collectors.joining(","))
                    : "";
        }

        @Override
        public String toString() {
            return owner + "#" + method + parameters.map(p -> "(" + p + ")").orElse("");
        }
    }

    public static Signatures read(Path file) {
        try {
            return new Signatures(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Signature.parse(line.split("\\s+", 2)[0]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an access is to one of them. A generator of our own that extends a library's does not make one of its. */
    public DescribedPredicate<JavaAccess<?>> targeted() {
        return DescribedPredicate.describe(
                "is listed in made-not-given.txt", access -> find(access).isPresent() && !isOwnSuper(access));
    }

    Optional<Signature> find(JavaAccess<?> access) {
        return all.stream().filter(s -> s.is(access)).findFirst();
    }

    private static boolean isOwnSuper(JavaAccess<?> access) {
        JavaMember origin = access.getOrigin();
        return access.getTarget().getName().equals("<init>")
                && origin.getName().equals("<init>")
                && origin.getOwner().isAssignableTo(access.getTargetOwner().getName());
    }
}
