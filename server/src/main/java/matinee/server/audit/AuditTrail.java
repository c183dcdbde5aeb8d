package matinee.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// The chain as rows of the database, which all servers of that database make longer. Blocks. Safe
/// for use by any thread.
///
/// Its head is signed with the secret of the servers. Whoever has that can sign whatever chain they
/// like: it proves something only where it is not kept beside the chain.
public final class AuditTrail {

  /// Where what is audited is written, see [Database#write(long, Query)]: first of all that a
  /// transaction does, so that servers wait for one another at the head before they hold anything
  /// else.
  private static final long PLACE = Long.MIN_VALUE;

  static final int PAGE = 1_000;

  private static final String BEGIN =
      "insert into audit_head (id, seq, hash, signature) values (1, 0, ?, '')"
          + " on conflict (id) do nothing";

  /// Changes nothing: it makes other servers wait until this one has gone on.
  private static final String HOLD = "update audit_head set seq = seq where id = 1";

  private static final String HEAD = "select seq, hash, signature from audit_head where id = 1";
  private static final String INSERT =
      "insert into audit_entry (seq, at_ms, actor, action, target, origin, details, hash)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADVANCE =
      "update audit_head set seq = ?, hash = ?, signature = ? where id = 1";
  private static final String LINK =
      "select seq, at_ms, actor, action, target, origin, details, hash from audit_entry";
  private static final String AFTER = LINK + " where seq > ? order by seq limit ?";
  private static final String ABOUT =
      LINK + " where target = ? and action like ? and seq < ? order by seq desc limit ?";
  private static final String BY = LINK + " where actor = ? and seq > ? order by seq limit ?";
  private static final String LAST = "select coalesce(max(seq), 0) from audit_entry";

  private final Database database;
  private final UnaryOperator<String> signature;

  /// `signature` makes the signature of a text with the servers' secret.
  public AuditTrail(Database database, UnaryOperator<String> signature) {
    this.database = database;
    this.signature = signature;
  }

  /// A head and what was written beside it as its signature.
  record SignedHead(Head head, String signature) {}

  /// Does `change` and, if it says that something was done, makes `entry`: in one transaction, so
  /// that both are there or none. Gives what `change` said.
  public boolean record(Entry entry, Query<Boolean> change) {
    return record(List.of(entry), change, Boolean::booleanValue);
  }

  /// Does `change` and, if what it said `isDone`, makes `entries`, as [#record(Entry, Query)].
  public <T> T record(List<Entry> entries, Query<T> change, Predicate<T> isDone) {
    return database.write(
        PLACE,
        session -> {
          hold(session);
          var said = change.on(session);
          if (isDone.test(said)) {
            for (var entry : entries) {
              append(session, entry);
            }
          }
          return said;
        });
  }

  /// Other servers wait from now on until the transaction is over.
  private static void hold(Session session) throws SQLException {
    if (session.statement(HOLD).executeUpdate() == 0) {
      var begin = session.statement(BEGIN);
      begin.setString(1, Head.BEGINNING.hash());
      begin.executeUpdate();
      session.statement(HOLD).executeUpdate();
    }
  }

  private void append(Session session, Entry entry) throws SQLException {
    var link =
        head(session)
            .orElseThrow(() -> new SQLException("the head of the audit trail is gone"))
            .head()
            .followedBy(entry);
    insert(session, link);
    var head = Head.of(link);
    var advance = session.statement(ADVANCE);
    advance.setLong(1, head.seq());
    advance.setString(2, head.hash());
    advance.setString(3, signature.apply(head.toString()));
    advance.executeUpdate();
  }

  static void insert(Session session, Link link) throws SQLException {
    var insert = session.statement(INSERT);
    var entry = link.entry();
    insert.setLong(1, link.seq());
    insert.setLong(2, entry.at().toEpochMilli());
    insert.setString(3, entry.actor());
    insert.setString(4, entry.action());
    insert.setString(5, entry.target());
    insert.setString(6, entry.origin());
    insert.setString(7, entry.details());
    insert.setString(8, link.hash());
    insert.executeUpdate();
  }

  /// At most [#PAGE] links after the `seq`-th, in their order.
  public List<Link> after(long seq) {
    return after(seq, PAGE);
  }

  /// At most `limit` links after the `seq`-th, in their order.
  public List<Link> after(long seq, int limit) {
    return database.read(
        session -> {
          var select = session.statement(AFTER);
          select.setLong(1, seq);
          select.setInt(2, limit);
          return links(select);
        });
  }

  /// At most `limit` links before the `seq`-th about `target` whose action begins with `actions`,
  /// the newest first.
  public List<Link> about(String target, String actions, long seq, int limit) {
    return database.read(
        session -> {
          var select = session.statement(ABOUT);
          select.setString(1, target);
          select.setString(2, actions + "%");
          select.setLong(3, seq);
          select.setInt(4, limit);
          return links(select);
        });
  }

  /// At most `limit` links after the `seq`-th of what `actor` did, in their order.
  public List<Link> by(String actor, long seq, int limit) {
    return database.read(
        session -> {
          var select = session.statement(BY);
          select.setString(1, actor);
          select.setLong(2, seq);
          select.setInt(3, limit);
          return links(select);
        });
  }

  private static List<Link> links(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var links = new ArrayList<Link>();
      while (rows.next()) {
        links.add(link(rows));
      }
      return links;
    }
  }

  private static Link link(ResultSet row) throws SQLException {
    var entry =
        new Entry(
            Instant.ofEpochMilli(row.getLong(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7));
    return new Link(row.getLong(1), entry, row.getString(8));
  }

  /// How far the chain goes, if it has begun.
  Optional<SignedHead> head() {
    return database.read(AuditTrail::head);
  }

  private static Optional<SignedHead> head(Session session) throws SQLException {
    try (var rows = session.statement(HEAD).executeQuery()) {
      return rows.next()
          ? Optional.of(
              new SignedHead(
                  new Head(rows.getLong("seq"), rows.getString("hash")),
                  rows.getString("signature")))
          : Optional.empty();
    }
  }

  boolean isSigned(SignedHead head) {
    var signed = signature.apply(head.head().toString());
    return MessageDigest.isEqual(
        signed.getBytes(StandardCharsets.UTF_8), head.signature().getBytes(StandardCharsets.UTF_8));
  }

  /// The number of the newest link that is there; 0 if there is none.
  long last() {
    return database.read(
        session -> {
          try (var rows = session.statement(LAST).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }
}
