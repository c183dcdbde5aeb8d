package matinee.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.regions.Regions;

/// Passes: a member's own key for one room, kept by the member's browser and shown again to be the
/// same member. Written `MEMBER.PROOF`; that of a companion, which is good for nothing else (CD4),
/// `MEMBER.COMPANION.PROOF`. Whoever is signed in gets one with `.ACCOUNT.DEVICE` before the proof,
/// which ends with that session; that of a guest does not end, as long as no account has the place.
///
/// Where there are several regions a pass is good in all of them, for a room may move: it is made
/// with their secret. One that was made before there were several is good where it was made.
///
/// Safe for use by any thread.
public final class Passes {
  private static final int MAX_LENGTH = 256;

  /// What a pass proves, by how many fields it has before the proof.
  private static final List<String> PURPOSES =
      List.of("pass", "companion", "session", "companion of session");

  private final Secret secret;

  /// By which passes may have been made.
  private final List<Secret> all;

  public Passes(Secret secret) {
    this(secret, List.of(secret));
  }

  private Passes(Secret secret, List<Secret> all) {
    this.secret = secret;
    this.all = all;
  }

  /// The passes of a server in one of `regions`, whose own secret is `own`.
  public static Passes of(Secret own, Regions regions) {
    if (!regions.areSeveral()) {
      return new Passes(own);
    }
    var shared = Secret.of(regions.secret());
    return new Passes(shared, List.of(shared, own));
  }

  private boolean isProved(String proof, String purpose, String... fields) {
    return all.stream().anyMatch(it -> it.isProved(proof, purpose, fields));
  }

  /// `pass` for `room`, as it is written; always the same.
  public String write(RoomId room, Pass pass) {
    var fields = fields(pass);
    return String.join(".", fields) + "." + secret.prove(purpose(fields), inRoom(room, fields));
  }

  /// What is written as `text`, if it is a pass for `room`. Whether it still is good, it does not
  /// tell.
  public Optional<Pass> read(RoomId room, String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0 || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var fields = List.of(text.substring(0, dot).split("\\.", -1));
    return fields.size() <= PURPOSES.size()
            && isProved(text.substring(dot + 1), purpose(fields), inRoom(room, fields))
        ? Optional.of(pass(fields))
        : Optional.empty();
  }

  private static Pass pass(List<String> fields) {
    int count = fields.size();
    return new Pass(
        new MemberId(fields.getFirst()),
        count % 2 == 0 ? Optional.of(fields.get(1)) : Optional.empty(),
        count > 2
            ? Optional.of(
                new SessionId(
                    new AccountId(fields.get(count - 2)), new DeviceId(fields.get(count - 1))))
            : Optional.empty());
  }

  private static List<String> fields(Pass pass) {
    var fields = new ArrayList<>(List.of(pass.member().value()));
    pass.companion().ifPresent(fields::add);
    pass.session()
        .ifPresent(it -> fields.addAll(List.of(it.account().value(), it.device().value())));
    return fields;
  }

  private static String purpose(List<String> fields) {
    return PURPOSES.get(fields.size() - 1);
  }

  private static String[] inRoom(RoomId room, List<String> fields) {
    return Stream.concat(Stream.of(room.value()), fields.stream()).toArray(String[]::new);
  }
}
