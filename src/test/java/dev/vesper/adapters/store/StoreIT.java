package dev.vesper.adapters.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the stores must hold to, on every engine: the same migrations, the same mapping, the same cases, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreIT {
    static final Path MIGRATIONS = Path.of("migrations").toAbsolutePath();

    private OpenStore opened;

    /** Settings of an empty database. */
    abstract DatabaseSettings empty(Path folder) throws Exception;

    /** How someone with every right takes the trigger off. */
    abstract String dropTrigger(String table);

    @BeforeAll
    void openAStore(@TempDir Path folder) throws Exception {
        opened = new OpenStore(empty(folder), this::dropTrigger);
    }

    @AfterAll
    void closeTheStore() {
        opened.close();
    }

    @Nested
    class Runs extends RunStoreCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Orders extends OrderStoreCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class VouchedOrders extends VouchedOrderCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class TheBooks extends BooksCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class PastTrades extends PastTradeCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Tasks extends TaskStoreCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Replays extends ReplayStoreCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Events extends EventLogCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Audit extends AuditLogCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class AuditTogether extends ChainWriterCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Changes extends ChangeCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class WaitingRuns extends WaitingRunsCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Users extends UserStoreCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }

    @Nested
    class Schema extends SchemaCases {
        @Override
        OpenStore shared() {
            return opened;
        }
    }
}
