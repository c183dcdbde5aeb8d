package matinee.server.invitations;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.room.MemberId;
import matinee.room.Standing;
import matinee.server.accounts.Opaque;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.journal.RoomId;
import matinee.server.places.Permit;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The invitations to rooms, as all servers of a database know them. Each asks the database anew,
/// so what one takes back no other lets anybody in by. Blocks. Safe for use by any thread.
///
/// A token is 144 bits of chance, as 24 characters of `A-Z a-z 0-9 - _`; a digest of it is kept.
/// What is made and taken back is written down in the audit trail, at whose head servers wait for
/// one another: so a room never has more open invitations than it may.
public final class Invitations {
  /// How many open ones a room has at most.
  public static final int MAX_OPEN = 100;

  private static final int TOKEN_BYTES = 18;
  private static final int ID_BYTES = 12;

  private final InvitationRows rows;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// `clock` agrees with that of the other servers to a second or so; `chance` is a cryptographic
  /// source.
  public Invitations(
      Database database, AuditTrail trail, InstantSource clock, RandomGenerator chance) {
    rows = new InvitationRows(database);
    this.trail = trail;
    this.clock = clock;
    this.chance = chance;
  }

  /// Who invites to `room`: which member, who that is for the audit trail, and the network address
  /// from which it is asked for.
  public record Host(RoomId room, MemberId member, String actor, String origin) {}

  /// Makes an invitation; none if the room has as many open ones as it may.
  public Optional<Made> make(Host host, Offer offer) {
    var now = now();
    var invitation =
        new Invitation(fresh(ID_BYTES), offer, host.member(), now, 0, Optional.empty());
    var token = fresh(TOKEN_BYTES);
    boolean isMade =
        trail.record(
            entry(host, "invitation.make", now, told(invitation)),
            session -> {
              if (InvitationRows.open(session, host.room(), now) >= MAX_OPEN) {
                return false;
              }
              InvitationRows.forgetOld(session, host.room(), now);
              InvitationRows.add(session, host.room(), invitation, digest(token));
              return true;
            });
    return isMade ? Optional.of(new Made(invitation, token)) : Optional.empty();
  }

  private static Map<String, String> told(Invitation invitation) {
    var offer = invitation.offer();
    return Map.of(
        "id", invitation.id(),
        "label", offer.label(),
        "standing", offer.standing().name(),
        "uses", offer.uses().map(String::valueOf).orElse("any"),
        "expires", invitation.expires().map(Instant::toString).orElse("never"));
  }

  private static Entry entry(Host host, String action, Instant now, Map<String, String> details) {
    return Entry.of(now, host.actor(), action, host.room().value(), host.origin(), details);
  }

  /// Takes the invitation called `id` back: nobody new comes in by it, at any server; whether the
  /// room has it. What is taken back stays so.
  public boolean revoke(Host host, String id) {
    var now = now();
    var _ =
        trail.record(
            entry(host, "invitation.revoke", now, Map.of("id", id)),
            session -> InvitationRows.revoke(session, host.room(), id, now));
    return rows.one(host.room(), id).isPresent();
  }

  /// The invitations of `room` but the `from` newest, at most `limit`, the newest first.
  public Invitation.Page page(RoomId room, int from, int limit) {
    return rows.page(room, from, limit);
  }

  /// The invitation to `room` whose token `shown` is, open or not.
  public Optional<Invitation> shown(RoomId room, String shown) {
    return rows.with(room, digest(shown));
  }

  /// How `invitation` stands now.
  public Invitation.State state(Invitation invitation) {
    return invitation.state(clock.instant());
  }

  /// As what the member of `room` was invited whose place was made by an invitation.
  public Optional<Standing> standing(RoomId room, MemberId member) {
    return rows.standing(room, member);
  }

  /// That somebody new comes into `room` by `invitation`: one use of it, if one is left when the
  /// place is made.
  public Permit permit(RoomId room, Invitation invitation) {
    return new Permit() {
      @Override
      public long turn(MemberId fresh) {
        return Opaque.place("invitation " + invitation.id());
      }

      @Override
      public boolean isGiven(Session session, MemberId fresh) throws SQLException {
        return InvitationRows.use(session, room, invitation, fresh, now());
      }
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String fresh(int bytes) {
    return Opaque.text(Opaque.fresh(chance, bytes));
  }

  private static String digest(String token) {
    return Opaque.digest(token.getBytes(StandardCharsets.UTF_8));
  }
}
