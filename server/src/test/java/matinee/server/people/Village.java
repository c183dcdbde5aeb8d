package matinee.server.people;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import matinee.server.accounts.Account;
import matinee.server.accounts.Account.Profile;
import matinee.server.accounts.Accounts;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.DeviceName;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Guarded;
import matinee.server.accounts.Passport;
import matinee.server.accounts.Password;
import matinee.server.accounts.Passwords;
import matinee.server.accounts.Sessions;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;

/// Two servers that know the same people, and a time that passes when a test says so.
public final class Village implements AutoCloseable {
  /// From where everybody asks.
  public static final String ORIGIN = "192.0.2.1";

  private static final Password PASSWORD = new Password("correct horse");
  private static final int COST = 4;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochMilli(1_790_000_000_000L));
  private final SecureRandom chance = new SecureRandom();
  private final List<Database> databases = new ArrayList<>();
  private final List<People> servers = new ArrayList<>();
  private final Passport passport;

  /// Where the people are.
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  /// On one SQLite file the two servers share the one way to it.
  public Village(Kind kind, Path folder) throws SQLException {
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
    var first = databases.getFirst();
    passport =
        new Passport(
            first, trail(first), Belongings.NONE, new Passwords(COST, chance), now::get, chance);
  }

  private static Database open(String address) {
    return Database.open(address, (_, _) -> {});
  }

  private People server(Database database) {
    return new People(database, trail(database), now::get, chance);
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  /// What was written down of what people did with one another: the action, by whom, with whom.
  List<String> writtenDown() {
    return trail(databases.getFirst()).after(0).stream()
        .map(Link::entry)
        .filter(it -> it.action().startsWith("people."))
        .map(it -> "%s %s %s %s".formatted(it.action(), it.actor(), it.target(), it.origin()))
        .toList();
  }

  public People one() {
    return servers.getFirst();
  }

  public People other() {
    return servers.getLast();
  }

  /// The one or the other, in turn.
  People any(int index) {
    return servers.get(index % 2);
  }

  public Database database() {
    return databases.getFirst();
  }

  public Database otherDatabase() {
    return databases.getLast();
  }

  public Instant now() {
    return now.get();
  }

  public void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  /// Somebody with an account, whose address is not confirmed.
  public Account newcomer(String name) {
    var email = new EmailAddress(name + "@example.org");
    var profile = new Profile(name, Optional.empty(), Optional.empty());
    var _ = passport.accounts(ORIGIN).register(new Accounts.Application(email, PASSWORD, profile));
    return who(email);
  }

  /// Somebody with an account, whose address is confirmed.
  public Account person(String name) {
    var account = newcomer(name);
    var accounts = passport.accounts(ORIGIN);
    var token = accounts.confirmationToken(account.id()).orElseThrow();
    accounts.confirm(account.id(), token.value());
    return who(account.email());
  }

  public Account who(EmailAddress email) {
    return entry(email).tokens().account();
  }

  private Sessions.Entry entry(EmailAddress email) {
    var attempt = new Sessions.Attempt(email, "correct horse", DeviceName.NONE, Optional.empty());
    return switch (passport.sessions(ORIGIN).signIn(attempt)) {
      case Guarded.Done<Sessions.Entry>(var entry) -> entry;
      case Guarded.Wrong<Sessions.Entry> _, Guarded.TooOften<Sessions.Entry> _ ->
          throw new AssertionError(email + " is not signed in");
    };
  }

  /// The account of `person` is there no more.
  public void delete(Account person) {
    var entry = entry(person.email());
    var asking = passport.sessions(ORIGIN).who(entry.tokens().access()).orElseThrow();
    var _ = passport.accounts(ORIGIN).delete(asking, "correct horse");
  }

  /// What `person` has, as the other server knows it.
  public Circle circle(Account person) {
    return other().circle(person).orElseThrow();
  }

  /// The two are friends from now on.
  public void befriend(Account one, Account another) {
    one().ask(one, Target.of(circle(another).handle().shown()));
    // Whoever is asked is told later, without anybody waiting for it; what is written after it
    // waits.
    var _ = database().write(_ -> true);
    other().accept(another, one.id());
  }

  /// How many rows `table` has.
  public long rows(String table) {
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
    servers.forEach(People::close);
    passport.close();
    databases.forEach(Database::close);
  }
}
