package matinee.server.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import matinee.room.RoomTitle;
import matinee.server.Config;
import matinee.server.accounts.Account;
import matinee.server.invitations.Made;
import matinee.server.invitations.Post;
import matinee.server.invitations.Sent;
import matinee.server.journal.RoomId;
import matinee.server.mail.Address;
import matinee.server.mail.Fate;
import matinee.server.mail.Language;
import matinee.server.mail.Letter;
import matinee.server.mail.Letters;
import matinee.server.mail.Mail;
import matinee.server.mail.Queued;
import matinee.server.mail.Stop;
import matinee.server.sql.Session;

/// Carries invitations by letter, where this server sends any. Who invites is told only that no
/// letter goes, not that somebody wants none or had too many. Blocks. Safe for use by any thread.
final class InvitationLetters {
  private final Mail mail;
  private final PublicAddress address;
  private final StopTokens tokens;

  InvitationLetters(Mail mail, PublicAddress address, StopTokens tokens) {
    this.mail = mail;
    this.address = address;
    this.tokens = tokens;
  }

  /// Those of a server that sends letters. Throws `IllegalArgumentException` if it has no public
  /// address.
  static Optional<InvitationLetters> of(WebServer.Proofs proofs, Config.Place place) {
    var tokens = new StopTokens(proofs.credentials().secret());
    return proofs
        .mail()
        .map(it -> new InvitationLetters(it, PublicAddress.of(place.publicUrls()), tokens));
  }

  /// The post of `account`, for the room that is called `title`.
  Post of(Account account, RoomId room, RoomTitle title) {
    return new Post() {
      @Override
      public boolean takes(Session session, int letters) throws SQLException {
        return mail.pausing(sender(account), letters).on(session).isEmpty();
      }

      @Override
      public Optional<String> send(Session session, Made made) throws SQLException {
        var sent = made.invitation().sent().orElseThrow();
        var asking =
            new Letters.Asking(
                AccountLetters.name(account),
                AccountLetters.inOneLine(title(title)),
                sent.note(),
                address.page("/r/" + room.value(), "invitation", made.token()),
                address.page("/no-letters", "token", token(sent)));
        return switch (mail.queuing(letter(sent, asking), sender(account)).on(session)) {
          case Queued.Waiting(var id) -> Optional.of(id);
          case Queued.Refused _ -> Optional.empty();
        };
      }
    };
  }

  private Letter letter(Sent sent, Letters.Asking asking) {
    var to = new Address(sent.to());
    var link = address.at("/api/letters/stop/" + token(sent));
    return Letters.invitation(
        to, Language.of(sent.language()), asking, new Stop(tokens.addressee(to), link));
  }

  private String token(Sent sent) {
    return tokens.token(tokens.addressee(new Address(sent.to())));
  }

  private static String title(RoomTitle title) {
    return switch (title) {
      case RoomTitle.Untitled _ -> "";
      case RoomTitle.Titled(var name) -> name;
    };
  }

  private static String sender(Account account) {
    return "account " + account.id().value();
  }

  /// How long it is until `account` may have so many `letters` sent, if that is not now.
  Optional<Duration> pause(Account account, int letters) {
    return mail.pause(sender(account), letters);
  }

  /// What has become of the letters called `ids`, as far as that is known.
  Map<String, Fate> fates(Collection<String> ids) {
    return mail.fates(ids);
  }

  /// From now on nobody is sent an invitation whose letter had `token`; whether it is one.
  boolean stop(String token) {
    var addressee = tokens.read(token);
    addressee.ifPresent(mail::stop);
    return addressee.isPresent();
  }
}
