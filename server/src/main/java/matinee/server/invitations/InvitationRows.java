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
      "id, label, standing, uses, maker, created_ms, expires_ms, used, revoked_ms, declined_ms,"
          + " recipient, note, language, letter,"
          // What the guest is called of one that is for one.
          + " (select p.name from invitation_use u join place p on p.room = u.room and p.member ="
          + " u.member where u.room = room_invitation.room and u.invitation = room_invitation.id"
          + " and room_invitation.uses = 1)";
  private static final String ADD =
      "insert into room_invitation (id, label, standing, uses, maker, created_ms, expires_ms, used,"
          + " room, token, recipient, note, language) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)";
  private static final String IS_OPEN =
      "revoked_ms is null and declined_ms is null and (expires_ms is null or expires_ms > ?)"
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
  private static final String DECLINE =
      "update room_invitation set declined_ms = ? where id = ? and " + IS_OPEN;
  private static final String RENEW =
      "update room_invitation set token = ?, created_ms = ?, expires_ms = ?, revoked_ms = null,"
          + " declined_ms = null where room = ? and id = ? and used = 0";
  private static final String CARRY = "update room_invitation set letter = ? where id = ?";
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
    insert.setString(10, invitation.sent().map(Sent::to).orElse(null));
    insert.setString(11, invitation.sent().map(Sent::note).orElse(null));
    insert.setString(12, invitation.sent().map(Sent::language).orElse(null));
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

  /// Notes at `now` that who has the invitation called `id` does not come, if it is open; whether
  /// it was.
  static boolean decline(Session session, String id, Instant now) throws SQLException {
    var update = session.statement(DECLINE);
    update.setLong(1, now.toEpochMilli());
    update.setString(2, id);
    update.setLong(3, now.toEpochMilli());
    return update.executeUpdate() == 1;
  }

  /// Notes the letter that carries the invitation called `id`, or that none does.
  static void carry(Session session, String id, Optional<String> letter) throws SQLException {
    var update = session.statement(CARRY);
    update.setString(1, letter.orElse(null));
    update.setString(2, id);
    update.executeUpdate();
  }

  /// Makes `invitation` as new as it says, with another token, unless somebody has come by it;
  /// whether nobody has.
  static boolean renew(Session session, RoomId room, Invitation invitation, String digest)
      throws SQLException {
    var update = session.statement(RENEW);
    update.setString(1, digest);
    update.setLong(2, invitation.created().toEpochMilli());
    setOptional(update, 3, invitation.expires().map(Instant::toEpochMilli), Types.BIGINT);
    update.setString(4, room.value());
    update.setString(5, invitation.id());
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
        new Invitation.Course(
            row.getInt(8),
            Optional.ofNullable(row.getString(15)),
            optional(row, 10).map(Instant::ofEpochMilli),
            optional(row, 9).map(Instant::ofEpochMilli)),
        sent(row));
  }

  private static Optional<Sent> sent(ResultSet row) throws SQLException {
    var to = row.getString(11);
    return to == null
        ? Optional.empty()
        : Optional.of(
            new Sent(
                to, row.getString(12), row.getString(13), Optional.ofNullable(row.getString(14))));
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
