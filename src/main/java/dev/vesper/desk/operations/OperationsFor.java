package dev.vesper.desk.operations;

import dev.vesper.basics.Secret;
import java.util.Optional;

/** Where every way in gets its operations. */
@FunctionalInterface
public interface OperationsFor {
    /** The operations as this caller may use them. */
    Operations as(Caller caller);

    /**
     * Who a personal token stands for now; empty where it stands for nobody, which is counted and audited.
     *
     * @param from where it came from, for example {@code 127.0.0.1}
     * @throws dev.vesper.basics.Problem of kind REFUSED where too many came from there that stood for nobody
     */
    default Optional<Caller> bearer(Secret token, String from) {
        return Optional.empty();
    }
}
