package dev.vesper.app.wiring;

import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.adapters.store.HibernateAgreedRows;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.adapters.store.HibernateBooks;
import dev.vesper.adapters.store.HibernateEventLog;
import dev.vesper.adapters.store.HibernateFilesUsed;
import dev.vesper.adapters.store.HibernateIdempotencyStore;
import dev.vesper.adapters.store.HibernateInstanceKeys;
import dev.vesper.adapters.store.HibernateNoticeStore;
import dev.vesper.adapters.store.HibernateOrderStore;
import dev.vesper.adapters.store.HibernateProposalStore;
import dev.vesper.adapters.store.HibernateReplayStore;
import dev.vesper.adapters.store.HibernateRulesUsed;
import dev.vesper.adapters.store.HibernateRunStore;
import dev.vesper.adapters.store.HibernateScheduleStore;
import dev.vesper.adapters.store.HibernateTaskStore;
import dev.vesper.adapters.store.HibernateUserStore;
import dev.vesper.app.settings.Settings;
import java.nio.file.Path;

/** The database and what is kept in it. */
public final class StoreWiring {
    public final Part<Store> store;

    /** What is kept in the database. */
    public record Store(
            Database database,
            HibernateRunStore runs,
            HibernateOrderStore orders,
            HibernateTaskStore tasks,
            HibernateProposalStore proposals,
            HibernateAgreedRows agreedRows,
            HibernateEventLog events,
            HibernateAuditLog audit,
            HibernateBooks books,
            HibernateInstanceKeys keys,
            HibernateScheduleStore schedules,
            HibernateNoticeStore notices,
            HibernateRulesUsed rulesUsed,
            HibernateFilesUsed filesUsed,
            HibernateUserStore users,
            HibernateIdempotencyStore requests,
            HibernateReplayStore replays)
            implements AutoCloseable {
        static Store of(Database database) {
            var audit = new HibernateAuditLog(database);
            return new Store(
                    database,
                    new HibernateRunStore(database),
                    new HibernateOrderStore(database, audit),
                    new HibernateTaskStore(database, audit),
                    new HibernateProposalStore(database),
                    new HibernateAgreedRows(audit),
                    new HibernateEventLog(database),
                    audit,
                    new HibernateBooks(database, audit),
                    new HibernateInstanceKeys(database),
                    new HibernateScheduleStore(database),
                    new HibernateNoticeStore(database),
                    new HibernateRulesUsed(database),
                    new HibernateFilesUsed(database),
                    new HibernateUserStore(database, audit),
                    new HibernateIdempotencyStore(database),
                    new HibernateReplayStore(audit));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    StoreWiring(OpenParts open, Settings settings, StateWiring state) {
        store = new Part<>(open, "store", () -> {
            state.lock.get();
            Database database = Database.open(database(settings));
            database.warm();
            return Store.of(database);
        });
    }

    /** Which database the settings name. */
    public static DatabaseSettings database(Settings settings) {
        Path migrations = settings.root().resolve("migrations");
        Path home = settings.folder("store");
        return settings.database()
                .map(d -> new DatabaseSettings(d.url(), d.user(), d.password().reveal(), migrations, home))
                .orElseGet(() -> DatabaseSettings.h2(home, migrations));
    }
}
