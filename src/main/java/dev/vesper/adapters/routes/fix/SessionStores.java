package dev.vesper.adapters.routes.fix;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.component.quickfixj.QuickfixjConfiguration;
import quickfix.ConfigError;
import quickfix.FileStoreFactory;
import quickfix.MessageStore;
import quickfix.MessageStoreFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/**
 * Where sessions keep what they sent: those with simulated venues, which are of one run, in a {@link MappedStore}; those with
 * real ones as QuickFIX/J does, whose files outlive versions of this program.
 */
final class SessionStores implements MessageStoreFactory {
    /** The setting of a session that names the folder of its {@link MappedStore}. */
    static final String MAPPED = "MappedStorePath";

    private final Map<SessionID, SessionSettings> settings = new HashMap<>();

    SessionStores(Collection<QuickfixjConfiguration> configurations) {
        try {
            for (QuickfixjConfiguration one : configurations) {
                SessionSettings some = one.createSessionSettings();
                some.sectionIterator().forEachRemaining(session -> settings.put(session, some));
            }
        } catch (ConfigError e) {
            throw new IllegalStateException("Expected settings of sessions, but " + e.getMessage(), e);
        }
    }

    @Override
    public MessageStore create(SessionID session) {
        SessionSettings some = Objects.requireNonNull(settings.get(session));
        if (some.isSetting(session, FileStoreFactory.SETTING_FILE_STORE_PATH)) {
            return new FileStoreFactory(some).create(session);
        }
        try {
            String name = session.getBeginString() + "-" + session.getSenderCompID() + "-" + session.getTargetCompID();
            return MappedStore.open(Path.of(some.getString(session, MAPPED)), name.replaceAll("[^A-Za-z0-9.-]", "_"));
        } catch (ConfigError e) {
            throw new IllegalStateException("Expected the folder of " + session + ", but " + e.getMessage(), e);
        }
    }
}
