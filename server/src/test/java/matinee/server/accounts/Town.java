package matinee.server.accounts;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import matinee.server.accounts.Account.Profile;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;

/// Two servers that know the same accounts, and a time that passes when a test says so.
final class Town implements AutoCloseable {
  static final EmailAddress ANN = new EmailAddress("ann@example.org");
  static final String PASSWORD = "correct horse";

  /// From where everybody asks.
  static final String ORIGIN = "192.0.2.1";

  private static final int COST = 4;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochMilli(1_790_000_000_000L));
  private final SecureRandom chance = new SecureRandom();
  private final List<Database> databases = new ArrayList<>();
  private final List<Passport> servers = new ArrayList<>();

  /// Where the accounts are.
  enum Kind {
    SQLITE,
    POSTGRESQL
  }

  /// On one SQLite file the two servers share the one way to it.
  Town(Kind kind, Path folder) throws SQLException {
    switch (kind) {
      case SQLITE -> databases.add(open(folder.resolve("matinee.db").toString()));
      case POSTGRESQL -> {
        var address = TestPostgres.newDatabase();
        databases.add(open(address));
        databases.add(open(address));
      }
    }
    servers.add(server(databases.getFirst()));
    servers.add(server(databases.getLast()));
  }

  private static Database open(String address) {
    return Database.open(address, (_, _) -> {});
  }

  private Passport server(Database database) {
    return new Passport(
        database, trail(database), Belongings.NONE, new Passwords(COST, chance), now::get, chance);
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  /// What was written down, in its order: of each entry the action and the details.
  List<String> writtenDown() {
    return trail(database()).after(0).stream()
        .map(Link::entry)
        .map(it -> it.action() + " " + it.details())
        .toList();
  }

  Passport one() {
    return servers.getFirst();
  }

  Passport other() {
    return servers.getLast();
  }

  /// The one or the other, in turn.
  Passport any(int index) {
    return servers.get(index % 2);
  }

  Database database() {
    return databases.getFirst();
  }

  Database otherDatabase() {
    return databases.getLast();
  }

  Instant now() {
    return now.get();
  }

  void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  /// Ann has an account from now on.
  void registerAnn() {
    register(0, ANN, PASSWORD, "Ann");
  }

  /// At the one server or the other, in turn.
  void register(int server, EmailAddress email, String password, String name) {
    var profile = new Profile(name, Optional.empty(), Optional.empty());
    any(server)
        .accounts(ORIGIN)
        .register(new Accounts.Application(email, new Password(password), profile));
  }

  static Sessions.Attempt attempt(String typed) {
    return new Sessions.Attempt(ANN, typed, new DeviceName("Firefox on Linux"), Optional.empty());
  }

  /// Ann on a new device.
  Sessions.Entry signIn() {
    return entry(one().sessions(ORIGIN).signIn(attempt(PASSWORD)));
  }

  static Sessions.Entry entry(Guarded<Sessions.Entry> outcome) {
    return switch (outcome) {
      case Guarded.Done<Sessions.Entry>(var entry) -> entry;
      case Guarded.Wrong<Sessions.Entry> _, Guarded.TooOften<Sessions.Entry> _ ->
          throw new AssertionError("not signed in: " + outcome);
    };
  }

  /// Who asks with the access token of `entry`.
  SignedIn who(Sessions.Entry entry) {
    return other().sessions(ORIGIN).who(entry.tokens().access()).orElseThrow();
  }

  /// How many rows `table` has.
  long rows(String table) {
    return database()
        .read(
            session -> {
              try (var rows = session.statement("select count(*) from " + table).executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
              }
            });
  }

  @Override
  public void close() {
    servers.forEach(Passport::close);
    databases.forEach(Database::close);
  }
}
