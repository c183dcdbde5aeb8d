package matinee.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Devices that are signed in as rows of the server's database. Blocks. Safe for use by any thread.
final class DeviceRows {
  /// How many one account has; who signs in on one more is signed out on the one not used for
  /// longest.
  static final int AT_MOST = 100;

  /// For how long a device that is not used stays signed in.
  static final Duration UNUSED = Duration.ofDays(60);

  private static final String ADD =
      "insert into device (id, account, name, created_ms, seen_ms, family_hash, token_hash,"
          + " rotated_ms) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OF_FAMILY =
      "select id, account, token_hash, token_hash_before, rotated_ms, seen_ms from device"
          + " where family_hash = ?";
  private static final String ROTATE =
      "update device set token_hash = ?, token_hash_before = ?, rotated_ms = ?, seen_ms = ?"
          + " where id = ? and token_hash = ?";
  private static final String OF_ACCOUNT =
      "select id, name, created_ms, seen_ms from device where account = ?"
          + " order by seen_ms desc, created_ms desc, id";
  private static final String IS_SIGNED_IN =
      "select 1 from device where id = ? and account = ? and seen_ms > ?";
  private static final String NOTE =
      "insert into session_end (device, ended_ms) select id, ? from device where ";
  private static final String ONCE = " on conflict (device) do nothing";
  private static final String OLDEST =
      "account = ? and id not in"
          + " (select id from device where account = ? order by seen_ms desc, id limit ?)";
  private static final String NOTE_OLDEST = NOTE + OLDEST + ONCE;
  private static final String DROP_OLDEST = "delete from device where " + OLDEST;
  private static final String NOTE_END = NOTE + "account = ? and id = ?" + ONCE;
  private static final String END = "delete from device where account = ? and id = ?";
  private static final String NOTE_OTHERS = NOTE + "account = ? and id <> ?" + ONCE;
  private static final String END_OTHERS = "delete from device where account = ? and id <> ?";
  private static final String NOTE_ALL = NOTE + "account = ?" + ONCE;
  private static final String END_ALL = "delete from device where account = ?";

  private final Database database;

  /// What a refresh has to know of a device: by which tokens it is known, and since when by the
  /// newer.
  record Row(
      AccountId account,
      DeviceId id,
      String tokenHash,
      Optional<String> tokenHashBefore,
      Instant rotated,
      Instant seen) {}

  DeviceRows(Database database) {
    this.database = database;
  }

  /// Adds a device of `account` in `session`'s transaction.
  static void add(Session session, AccountId account, Device device, RefreshToken token)
      throws SQLException {
    long seenMs = device.seen().toEpochMilli();
    var insert = session.statement(ADD);
    insert.setString(1, device.id().value());
    insert.setString(2, account.value());
    insert.setString(3, device.name().value());
    insert.setLong(4, device.created().toEpochMilli());
    insert.setLong(5, seenMs);
    insert.setString(6, token.family());
    insert.setString(7, token.digest());
    insert.setLong(8, seenMs);
    insert.executeUpdate();
    var note = session.statement(NOTE_OLDEST);
    note.setLong(1, seenMs);
    note.setString(2, account.value());
    note.setString(3, account.value());
    note.setInt(4, AT_MOST);
    note.executeUpdate();
    var drop = session.statement(DROP_OLDEST);
    drop.setString(1, account.value());
    drop.setString(2, account.value());
    drop.setInt(3, AT_MOST);
    drop.executeUpdate();
  }

  /// The device with tokens of this family.
  Optional<Row> of(String family) {
    return database.read(
        session -> {
          var select = session.statement(OF_FAMILY);
          select.setString(1, family);
          try (var rows = select.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Row(
                        new AccountId(rows.getString(2)),
                        new DeviceId(rows.getString(1)),
                        rows.getString(3),
                        Optional.ofNullable(rows.getString(4)),
                        Instant.ofEpochMilli(rows.getLong(5)),
                        Instant.ofEpochMilli(rows.getLong(6))))
                : Optional.empty();
          }
        });
  }

  /// Replaces the token of `device` at `now`, unless that has happened since it was read.
  void rotate(Row device, RefreshToken successor, Instant now) {
    database.write(
        Opaque.place(device.account().value()),
        session -> {
          var update = session.statement(ROTATE);
          update.setString(1, successor.digest());
          update.setString(2, device.tokenHash());
          update.setLong(3, now.toEpochMilli());
          update.setLong(4, now.toEpochMilli());
          update.setString(5, device.id().value());
          update.setString(6, device.tokenHash());
          return update.executeUpdate();
        });
  }

  /// Is this device of `account` signed in at `now`?
  boolean isSignedIn(AccountId account, DeviceId device, Instant now) {
    return database.read(
        session -> {
          var select = session.statement(IS_SIGNED_IN);
          select.setString(1, device.value());
          select.setString(2, account.value());
          select.setLong(3, now.minus(UNUSED).toEpochMilli());
          try (var rows = select.executeQuery()) {
            return rows.next();
          }
        });
  }

  /// Those of `account`, the one seen last first.
  List<Device> of(AccountId account) {
    return database.read(
        session -> {
          var select = session.statement(OF_ACCOUNT);
          select.setString(1, account.value());
          var devices = new ArrayList<Device>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              devices.add(
                  new Device(
                      new DeviceId(rows.getString(1)),
                      new DeviceName(rows.getString(2)),
                      Instant.ofEpochMilli(rows.getLong(3)),
                      Instant.ofEpochMilli(rows.getLong(4))));
            }
          }
          return List.copyOf(devices);
        });
  }

  /// Signs `device` of `account` out at `now`, in `session`'s transaction; whether it was signed
  /// in.
  static boolean end(Session session, AccountId account, DeviceId device, Instant now)
      throws SQLException {
    return end(session, new Ending(NOTE_END, END), now, account.value(), device.value()) == 1;
  }

  /// Signs all devices of `account` out at `now`, in `session`'s transaction; whether there was
  /// one.
  static boolean endAll(Session session, AccountId account, Instant now) throws SQLException {
    return end(session, new Ending(NOTE_ALL, END_ALL), now, account.value()) > 0;
  }

  /// Signs all devices of `account` out but `device`, at `now`, in `session`'s transaction.
  static void endOthers(Session session, AccountId account, DeviceId device, Instant now)
      throws SQLException {
    var _ = end(session, new Ending(NOTE_OTHERS, END_OTHERS), now, account.value(), device.value());
  }

  /// How it is noted which devices are signed out, so that [Endings] hears of it, and how they are.
  private record Ending(String note, String end) {}

  /// Of the devices that `which` tells; how many there were.
  private static int end(Session session, Ending ending, Instant now, String... which)
      throws SQLException {
    var note = session.statement(ending.note());
    note.setLong(1, now.toEpochMilli());
    var delete = session.statement(ending.end());
    for (int i = 0; i < which.length; i++) {
      note.setString(i + 2, which[i]);
      delete.setString(i + 1, which[i]);
    }
    note.executeUpdate();
    return delete.executeUpdate();
  }
}
