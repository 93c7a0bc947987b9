package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.desk.access.AccessNote;
import dev.vesper.desk.access.KnownUsers;
import dev.vesper.desk.access.KnownUsers.Known;
import dev.vesper.desk.access.PasswordSum;
import dev.vesper.desk.access.TokenEvent;
import dev.vesper.desk.access.Tries;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.desk.access.UserRules;
import dev.vesper.desk.access.UserStore;
import dev.vesper.desk.access.UserTokens;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Users in {@code desk_user} and their tokens in {@code user_token}. What they are is what their events say, which are
 * compared with the audit when there are more of them than were read before; the rows are for people's queries, and for the
 * hash of a password, whose sum the events hold.
 */
public final class HibernateUserStore implements UserStore {
    static final StreamId<UserEvent> USERS = new StreamId<>(UserEvent.class, "users");
    static final String TOKENS = "tokens/";

    private final Database database;
    private final HibernateAuditLog audit;
    private final UserRules rules = new UserRules();
    private volatile @Nullable KnownUsers known;
    private final Map<String, UserTokens> knownTokens = new ConcurrentHashMap<>();

    public HibernateUserStore(Database database, HibernateAuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    static StreamId<TokenEvent> tokenStream(String user) {
        return new StreamId<>(TokenEvent.class, TOKENS + user);
    }

    @Override
    public KnownUsers users() {
        return database.read(this::usersIn);
    }

    private KnownUsers usersIn(StatelessSession session) {
        KnownUsers now = usersWithin(session);
        known = now;
        return now;
    }

    /** What is read within a transaction that writes may be taken back: it is not remembered. */
    private KnownUsers usersWithin(StatelessSession session) {
        KnownUsers before = known;
        return before != null && before.events() == HibernateEventLog.count(session, USERS.value())
                ? before
                : rules.replay(HibernateEventLog.readIn(session, USERS));
    }

    @Override
    public Optional<String> passwordHash(String user) {
        return database.read(session -> {
            Known there = usersIn(session).byName().get(user);
            UserRow row = session.get(UserRow.class, user);
            if (there == null && row == null) {
                return Optional.empty();
            }
            if (there == null
                    || row == null
                    || !PasswordSum.of(row.passwordHash).equals(there.password())) {
                throw new BrokenHistory("the password of the user " + user
                        + " was altered, inserted or deleted; ./vesper audit verify tells more");
            }
            return Optional.of(row.passwordHash);
        });
    }

    @Override
    public void save(int expected, UserEvent event, @Nullable String passwordHash, AccessNote note) {
        audit.write(
                end -> { // of two who change users, the second is told so
                    StatelessSession session = end.session();
                    KnownUsers before = usersWithin(session);
                    Vouched vouched = HibernateEventLog.appendIn(
                            session, new Append<>(USERS, expected, List.of(event)), note.at(), note.actor());
                    Known changed = rules.apply(before, event).user(event.user());
                    UserRow old = session.get(UserRow.class, event.user());
                    String hash = passwordHash != null ? passwordHash : old == null ? "" : old.passwordHash;
                    session.upsert(UserRow.of(changed, hash));
                    return append(end, note, vouched);
                });
    }

    private static AuditLog.Row append(ChainEnd end, AccessNote note, @Nullable Vouched vouched) {
        return end.append(
                note.at(),
                note.actor(),
                note.action(),
                note.subject(),
                note.detail(),
                /* rehearsal= */ false,
                vouched,
                note.change());
    }

    @Override
    public UserTokens tokens(String user) {
        return database.read(session -> tokensIn(session, user));
    }

    private UserTokens tokensIn(StatelessSession session, String user) {
        UserTokens before = knownTokens.get(user);
        StreamId<TokenEvent> stream = tokenStream(user);
        if (before != null && before.events() == HibernateEventLog.count(session, stream.value())) {
            return before;
        }
        UserTokens now = UserTokens.of(HibernateEventLog.readIn(session, stream));
        if (now.events() > 0) {
            knownTokens.put(user, now);
        }
        return now;
    }

    @Override
    public Optional<Holder> holder(String id) {
        return database.read(session -> {
            UserTokenRow row = session.get(UserTokenRow.class, id);
            Known known = row == null ? null : usersIn(session).byName().get(row.name);
            return known == null
                    ? Optional.empty()
                    : Optional.of(
                            new Holder(known, tokensIn(session, known.user().name())));
        });
    }

    @Override
    public Optional<String> tokenOwner(String id) {
        return database.read(session ->
                Optional.ofNullable(session.get(UserTokenRow.class, id)).map(row -> row.name));
    }

    @Override
    public void save(String user, int expected, TokenEvent event, AccessNote note) {
        audit.write(end -> {
            StatelessSession session = end.session();
            Vouched vouched = HibernateEventLog.appendIn(
                    session, new Append<>(tokenStream(user), expected, List.of(event)), note.at(), note.actor());
            switch (event) {
                case TokenEvent.Issued issued -> session.insert(UserTokenRow.of(user, issued));
                case TokenEvent.Revoked(String id) -> {
                    UserTokenRow revoked = session.get(UserTokenRow.class, id);
                    if (revoked != null) { // a row that somebody deleted is named by audit verify, and stays ended
                        revoked.revoked = true;
                        session.update(revoked);
                    }
                }
            }
            return append(end, note, vouched);
        });
    }

    @Override
    public Tries tries(String who) {
        return database.read(session -> Optional.ofNullable(session.get(SignInFailureRow.class, who))
                .map(SignInFailureRow::toTries)
                .orElse(Tries.NONE));
    }

    @Override
    public void save(String who, Tries tries, Instant forgotten) {
        database.change(session -> {
            session.createMutationQuery("delete from SignInFailureRow f where f.newest < :forgotten")
                    .setParameter("forgotten", forgotten)
                    .executeUpdate();
            session.upsert(SignInFailureRow.of(who, tries));
        });
    }

    @Override
    public void forget(String who) {
        database.change(session -> session.createMutationQuery("delete from SignInFailureRow f where f.who = :who")
                .setParameter("who", who)
                .executeUpdate());
    }
}
