package dev.vesper.adapters.store;

import com.zaxxer.hikari.HikariDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** Hibernate by hand: which classes are rows, and the settings that keep its start short. */
final class Mapping {
    private Mapping() {}

    static SessionFactory sessionFactory(HikariDataSource pool, DatabaseSettings settings) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .enableAutoClose()
                // rows have no associations: proxies, and classes made at run time to fill fields, serve nothing here
                .addService(BytecodeProvider.class, new BytecodeProviderImpl())
                .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                .applySetting(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true")
                .applySetting(JdbcSettings.DIALECT, settings.isH2() ? H2Dialect.class : PostgreSQLDialect.class)
                .applySetting(JdbcSettings.JDBC_TIME_ZONE, "UTC")
                .applySetting(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class)
                .applySetting(MappingSettings.XML_MAPPING_ENABLED, "false")
                .applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "none") // Flyway makes the schema
                .applySetting(ValidationSettings.JAKARTA_VALIDATION_MODE, "none")
                .applySetting(CacheSettings.USE_SECOND_LEVEL_CACHE, "false")
                .applySetting(QuerySettings.QUERY_STARTUP_CHECKING, "false")
                .build();
        return new MetadataSources(registry)
                .addAnnotatedClasses(
                        RunRow.class,
                        StageRow.class,
                        InstanceRow.class,
                        DataCheckRow.class,
                        DataQualityRow.class,
                        RebalanceRow.class,
                        PlanRow.class,
                        WeightRow.class,
                        ParentRow.class,
                        ChosenLotRow.class,
                        VerdictRow.class,
                        ChildRow.class,
                        OutcomeRow.class,
                        FillRow.class,
                        AmendmentRow.class,
                        TaskRow.class,
                        AuditRow.class,
                        EventRow.class,
                        AuditHeadRow.class,
                        LedgerEntryRow.class,
                        LedgerPostingRow.class,
                        ScheduleRow.class,
                        ScheduleAnswerRow.class,
                        NoticeRow.class,
                        RunRulesRow.class,
                        KeptFileRow.class,
                        UserRow.class,
                        UserTokenRow.class,
                        SignInFailureRow.class,
                        KeyedRequestRow.class,
                        RunFilesRow.class)
                .buildMetadata()
                .buildSessionFactory();
    }
}
