package matinee.server.sql;

import org.flywaydb.core.Flyway;

/// Brings the tables of a database up to date: `db/migration` among the resources, in the SQL that
/// SQLite and PostgreSQL share.
final class Migrations {

  private Migrations() {}

  static void run(Store store) {
    Flyway.configure()
        .dataSource(store.url(), "", "")
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
