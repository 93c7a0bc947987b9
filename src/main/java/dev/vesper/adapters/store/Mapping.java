package dev.vesper.adapters.store;

import com.zaxxer.hikari.HikariDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Hibernate by hand: which classes are rows, and the settings that keep its start short. */
final class Mapping {
    private Mapping() {}

    static SessionFactory sessionFactory(HikariDataSource pool, DatabaseSettings settings) {
        return new HibernatePersistenceConfiguration("vesper")
                .managedClasses(
                        RunRow.class,
                        StageRow.class,
                        InstanceRow.class,
                        DataCheckRow.class,
                        RebalanceRow.class,
                        PlanRow.class,
                        WeightRow.class,
                        ParentRow.class,
                        ChosenLotRow.class,
                        VerdictRow.class,
                        ChildRow.class,
                        OutcomeRow.class,
                        FillRow.class,
                        TaskRow.class,
                        AuditRow.class,
                        EventRow.class,
                        AuditHeadRow.class)
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.connection.provider_disables_autocommit", "true")
                .property("hibernate.dialect", settings.isH2() ? H2Dialect.class : PostgreSQLDialect.class)
                .property("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class)
                .property("hibernate.jdbc.time_zone", "UTC")
                .property("hibernate.hbm2ddl.auto", "none") // Flyway makes the schema
                .property("jakarta.persistence.validation.mode", "none")
                .property("hibernate.xml_mapping_enabled", "false")
                .property("hibernate.cache.use_second_level_cache", "false")
                .property("hibernate.query.startup_check", "false")
                .createEntityManagerFactory();
    }
}
