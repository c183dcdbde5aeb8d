package matinee.server.access;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import matinee.room.Credential;
import matinee.room.Device;
import matinee.room.MemberId;
import matinee.room.Standing;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;

/// One-use tickets for connections (EN1): had over HTTP from one server, shown once at the
/// handshake to the same or another, good for 30 s.
///
/// Never blocks, so that a handshake may ask on its event loop. Safe for use by any thread.
public final class Tickets {
  public static final Duration LIFETIME = Duration.ofSeconds(30);

  private final OneUse<Admission> tokens;
  private final Crowd crowd;

  /// `chance` must be a cryptographic source and safe for use by many threads; `clock` agrees with
  /// that of the other servers to a second or so; `crowd` are the connections that were opened with
  /// tickets.
  public Tickets(
      Secret secret, Spent spent, InstantSource clock, RandomGenerator chance, Crowd crowd) {
    tokens =
        new OneUse<>(
            new Seal(secret, "ticket", chance), spent, clock, LIFETIME, new AdmissionForm());
    this.crowd = crowd;
  }

  /// The connections that are open, by the address from which their ticket was asked for.
  public Crowd crowd() {
    return crowd;
  }

  /// A new ticket that is good for `admission` once: at most 700 characters.
  public String issue(Admission admission) {
    return tokens.issue(admission);
  }

  /// What `ticket` stands for, if it is good; it is not good again. Fails when the store does not
  /// answer, as [Spent#spend].
  public CompletionStage<Optional<Admission>> redeem(String ticket) {
    return tokens.redeem(ticket);
  }

  private static final class AdmissionForm implements OneUse.Form<Admission> {
    private static final String NOTHING = "nothing";
    private static final String PASSWORD = "password";
    private static final String PLACE = "place";

    @Override
    public void write(Admission admission, DataOutputStream out) throws IOException {
      out.writeUTF(admission.room().value());
      out.writeUTF(admission.address());
      out.writeUTF(admission.entrant().member().value());
      out.writeByte(admission.entrant().device().ordinal());
      out.writeUTF(
          switch (admission.entrant()) {
            case Entrant.OnScreen(_, var name, _) -> name;
            case Entrant.OnCompanion(_, var id) -> id;
          });
      if (admission.entrant() instanceof Entrant.OnScreen(_, _, var credential)) {
        write(credential, out);
      }
      SessionForm.write(admission.session(), out);
    }

    /// Tickets of servers that knew of no door end before it.
    private static void write(Credential credential, DataOutputStream out) throws IOException {
      switch (credential) {
        case Credential.Nothing _ -> out.writeUTF(NOTHING);
        case Credential.Password _ -> out.writeUTF(PASSWORD);
        case Credential.Place _ -> out.writeUTF(PLACE);
        case Credential.Invited(var standing) -> out.writeUTF(standing.name());
      }
    }

    private static Credential credential(DataInputStream in) throws IOException {
      if (in.available() == 0) {
        return Credential.Nothing.NOTHING;
      }
      var seen = in.readUTF();
      return switch (seen) {
        case NOTHING -> Credential.Nothing.NOTHING;
        case PASSWORD -> Credential.Password.PASSWORD;
        case PLACE -> Credential.Place.PLACE;
        default -> new Credential.Invited(Standing.valueOf(seen));
      };
    }

    @Override
    public Admission read(DataInputStream in) throws IOException {
      var room = new RoomId(in.readUTF());
      var address = in.readUTF();
      var member = new MemberId(in.readUTF());
      var entrant =
          switch (Device.values()[in.readByte()]) {
            case SCREEN -> new Entrant.OnScreen(member, in.readUTF(), credential(in));
            case COMPANION -> new Entrant.OnCompanion(member, in.readUTF());
          };
      return new Admission(room, entrant, address, SessionForm.read(in));
    }
  }
}
