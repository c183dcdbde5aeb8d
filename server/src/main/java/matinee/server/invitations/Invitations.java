package matinee.server.invitations;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
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
    var invitation = invitation(host, offer, now, Optional.empty());
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

  private Invitation invitation(Host host, Offer offer, Instant now, Optional<Sent> sent) {
    return new Invitation(
        fresh(ID_BYTES), offer, host.member(), now, Invitation.Course.BEGINNING, sent);
  }

  /// Makes an invitation for each of `to`, from 1 on, which `post` carries; all of them, or none if
  /// the room would have more open ones than it may, or `post` does not take so many.
  public Optional<List<Made>> send(Host host, Offer offer, List<Sent> to, Post post) {
    var now = now();
    var all =
        to.stream()
            .map(it -> new Made(invitation(host, offer, now, Optional.of(it)), fresh(TOKEN_BYTES)))
            .toList();
    var details = new HashMap<>(told(all.getFirst().invitation()));
    details.put("id", all.stream().map(it -> it.invitation().id()).collect(joining(" ")));
    boolean isMade =
        trail.record(
            entry(host, "invitation.send", now, details),
            session -> {
              if (InvitationRows.open(session, host.room(), now) + all.size() > MAX_OPEN
                  || !post.takes(session, all.size())) {
                return false;
              }
              InvitationRows.forgetOld(session, host.room(), now);
              for (var made : all) {
                InvitationRows.add(session, host.room(), made.invitation(), digest(made.token()));
                carry(session, made, post);
              }
              return true;
            });
    return isMade
        ? Optional.of(all.stream().flatMap(it -> asKept(host.room(), it).stream()).toList())
        : Optional.empty();
  }

  private static void carry(Session session, Made made, Post post) throws SQLException {
    InvitationRows.carry(session, made.invitation().id(), post.send(session, made));
  }

  private Optional<Made> asKept(RoomId room, Made made) {
    return rows.one(room, made.invitation().id()).map(it -> new Made(it, made.token()));
  }

  /// Has `invitation`, which was sent, carried again by `post` with another token: what was good
  /// before is so no more, and it lasts as long as at first. Nothing is done, and nothing given, if
  /// somebody has come by it, the room has as many open ones as it may, or `post` takes none.
  public Optional<Made> sendAgain(Host host, Invitation invitation, Post post) {
    var now = now();
    boolean isOpen = invitation.state(now) == Invitation.State.OPEN;
    var made = new Made(invitation.from(now), fresh(TOKEN_BYTES));
    boolean isMade =
        trail.record(
            entry(host, "invitation.send", now, told(made.invitation())),
            session -> {
              int others = InvitationRows.open(session, host.room(), now) - (isOpen ? 1 : 0);
              if (others >= MAX_OPEN || !post.takes(session, 1)) {
                return false;
              }
              boolean isNew =
                  InvitationRows.renew(
                      session, host.room(), made.invitation(), digest(made.token()));
              if (isNew) {
                carry(session, made, post);
              }
              return isNew;
            });
    return isMade ? asKept(host.room(), made) : Optional.empty();
  }

  /// Whoever has `invitation`, which is for one, asks from the network address `origin` to be
  /// expected no more: nobody comes by it from then on. Whether it was open.
  public boolean decline(RoomId room, Invitation invitation, String origin) {
    var now = now();
    var id = invitation.id();
    var entry =
        Entry.of(
            now, "invited " + id, "invitation.decline", room.value(), origin, Map.of("id", id));
    return trail.record(entry, session -> InvitationRows.decline(session, id, now));
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

  /// The invitation to `room` called `id`.
  public Optional<Invitation> one(RoomId room, String id) {
    return rows.one(room, id);
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
