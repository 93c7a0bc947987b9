package dev.vesper.adapters.store;

import dev.vesper.desk.access.Tries;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code sign_in_failure}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "sign_in_failure")
class SignInFailureRow {
    @Id
    String who;

    int failures;
    Instant newest;
    Instant closedUntil;

    static SignInFailureRow of(String who, Tries tries) {
        SignInFailureRow row = new SignInFailureRow();
        row.who = who;
        row.failures = tries.failures();
        row.newest = Exact.time(tries.newest());
        row.closedUntil = Exact.time(tries.until());
        return row;
    }

    Tries toTries() {
        return new Tries(failures, newest, closedUntil);
    }
}
