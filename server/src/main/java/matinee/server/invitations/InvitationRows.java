package matinee.server.invitations;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import matinee.room.MemberId;
import matinee.room.Standing;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Invitations as rows of the server's database. Blocks. Safe for use by any thread.
final class InvitationRows {
  /// How many of a room stay that are over.
  static final int KEPT = 200;

  private static final String COLUMNS =
      "id, label, standing, uses, maker, created_ms, expires_ms, used, revoked_ms";
  private static final String ADD =
      "insert into room_invitation (id, label, standing, uses, maker, created_ms, expires_ms, used,"
          + " room, token) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";
  private static final String IS_OPEN =
      "revoked_ms is null and (expires_ms is null or expires_ms > ?)"
          + " and (uses is null or used < uses)";
  private static final String OPEN =
      "select count(*) from room_invitation where room = ? and " + IS_OPEN;
  private static final String FORGET_OLD =
      "delete from room_invitation where id in (select id from (select id from room_invitation"
          + " where room = ? and not ("
          + IS_OPEN
          + ") order by created_ms desc, id limit 1000 offset ?) old)";
  private static final String USE =
      "update room_invitation set used = used + 1 where id = ? and " + IS_OPEN;
  private static final String ADD_USE =
      "insert into invitation_use (room, member, invitation, standing) values (?, ?, ?, ?)";
  private static final String STANDING =
      "select standing from invitation_use where room = ? and member = ?";
  private static final String REVOKE =
      "update room_invitation set revoked_ms = ? where room = ? and id = ? and revoked_ms is null";
  private static final String ONE =
      "select " + COLUMNS + " from room_invitation where room = ? and id = ?";
  private static final String WITH_TOKEN =
      "select " + COLUMNS + " from room_invitation where room = ? and token = ?";
  private static final String PAGE =
      "select "
          + COLUMNS
          + " from room_invitation where room = ? order by created_ms desc, id limit ? offset ?";
  private static final String COUNT = "select count(*) from room_invitation where room = ?";

  private final Database database;

  InvitationRows(Database database) {
    this.database = database;
  }

  /// How many of `room` are open at `now`, in `session`'s transaction.
  static int open(Session session, RoomId room, Instant now) throws SQLException {
    var count = session.statement(OPEN);
    count.setString(1, room.value());
    count.setLong(2, now.toEpochMilli());
    return number(count);
  }

  private static int number(PreparedStatement count) throws SQLException {
    try (var rows = count.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// Of those of `room` that are over at `now` the [#KEPT] newest stay.
  static void forgetOld(Session session, RoomId room, Instant now) throws SQLException {
    var delete = session.statement(FORGET_OLD);
    delete.setString(1, room.value());
    delete.setLong(2, now.toEpochMilli());
    delete.setInt(3, KEPT);
    delete.executeUpdate();
  }

  /// Adds an invitation with the digest of its token.
  static void add(Session session, RoomId room, Invitation invitation, String digest)
      throws SQLException {
    var insert = session.statement(ADD);
    var offer = invitation.offer();
    insert.setString(1, invitation.id());
    insert.setString(2, offer.label());
    insert.setString(3, offer.standing().name());
    setOptional(insert, 4, offer.uses().map(Integer::longValue), Types.INTEGER);
    insert.setString(5, invitation.maker().value());
    insert.setLong(6, invitation.created().toEpochMilli());
    setOptional(insert, 7, invitation.expires().map(Instant::toEpochMilli), Types.BIGINT);
    insert.setString(8, room.value());
    insert.setString(9, digest);
    insert.executeUpdate();
  }

  private static void setOptional(
      PreparedStatement statement, int index, Optional<Long> value, int type) throws SQLException {
    if (value.isPresent()) {
      statement.setLong(index, value.get());
    } else {
      statement.setNull(index, type);
    }
  }

  /// Counts one use at `now`, by who becomes `member`, if `invitation` is open; whether it is.
  static boolean use(
      Session session, RoomId room, Invitation invitation, MemberId member, Instant now)
      throws SQLException {
    var update = session.statement(USE);
    update.setString(1, invitation.id());
    update.setLong(2, now.toEpochMilli());
    if (update.executeUpdate() == 0) {
      return false;
    }
    var insert = session.statement(ADD_USE);
    insert.setString(1, room.value());
    insert.setString(2, member.value());
    insert.setString(3, invitation.id());
    insert.setString(4, invitation.offer().standing().name());
    insert.executeUpdate();
    return true;
  }

  Optional<Standing> standing(RoomId room, MemberId member) {
    return database.read(
        session -> {
          var select = session.statement(STANDING);
          select.setString(1, room.value());
          select.setString(2, member.value());
          try (var rows = select.executeQuery()) {
            return rows.next()
                ? Optional.of(Standing.valueOf(rows.getString(1)))
                : Optional.<Standing>empty();
          }
        });
  }

  /// Takes it back at `now`, if it was not; whether it was not.
  static boolean revoke(Session session, RoomId room, String id, Instant now) throws SQLException {
    var update = session.statement(REVOKE);
    update.setLong(1, now.toEpochMilli());
    update.setString(2, room.value());
    update.setString(3, id);
    return update.executeUpdate() == 1;
  }

  Optional<Invitation> one(RoomId room, String id) {
    return one(ONE, room, id);
  }

  Optional<Invitation> with(RoomId room, String digest) {
    return one(WITH_TOKEN, room, digest);
  }

  private Optional<Invitation> one(String query, RoomId room, String what) {
    return database.read(
        session -> {
          var select = session.statement(query);
          select.setString(1, room.value());
          select.setString(2, what);
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(invitation(rows)) : Optional.<Invitation>empty();
          }
        });
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    var created = Instant.ofEpochMilli(row.getLong(6));
    var offer =
        new Offer(
            row.getString(2),
            Standing.valueOf(row.getString(3)),
            optional(row, 4).map(Math::toIntExact),
            optional(row, 7).map(Instant::ofEpochMilli).map(it -> Duration.between(created, it)));
    return new Invitation(
        row.getString(1),
        offer,
        new MemberId(row.getString(5)),
        created,
        row.getInt(8),
        optional(row, 9).map(Instant::ofEpochMilli));
  }

  private static Optional<Long> optional(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  Invitation.Page page(RoomId room, int from, int limit) {
    return database.read(
        session -> {
          var count = session.statement(COUNT);
          count.setString(1, room.value());
          int total = number(count);
          var select = session.statement(PAGE);
          select.setString(1, room.value());
          select.setInt(2, limit);
          select.setInt(3, from);
          var invitations = new ArrayList<Invitation>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              invitations.add(invitation(rows));
            }
          }
          return new Invitation.Page(invitations, total);
        });
  }
}
