package dev.vesper.adapters.store;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.TokenEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code user_token}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "user_token")
class UserTokenRow {
    @Id
    String id;

    String name;
    String label;
    String scope;
    Instant issued;
    Instant expires;
    String sha256;
    boolean revoked;

    static UserTokenRow of(String user, TokenEvent.Issued token) {
        UserTokenRow row = new UserTokenRow();
        row.id = token.id();
        row.name = user;
        row.label = Exact.text(token.label());
        row.scope = token.scope().stream().map(Permission::word).collect(Collectors.joining(" "));
        row.issued = Exact.time(token.issued());
        row.expires = Exact.time(token.expires());
        row.sha256 = token.sha256();
        row.revoked = false;
        return row;
    }

    boolean says(UserTokenRow other) {
        return name.equals(other.name)
                && label.equals(other.label)
                && scope.equals(other.scope)
                && issued.equals(other.issued)
                && expires.equals(other.expires)
                && sha256.equals(other.sha256);
    }
}
