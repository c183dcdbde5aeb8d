package matinee.server.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.Account;
import matinee.server.accounts.AddressChanges;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.MailToken;
import matinee.server.mail.Address;
import matinee.server.mail.Language;
import matinee.server.mail.Letter;
import matinee.server.mail.Letters;
import matinee.server.mail.Mail;
import matinee.server.mail.Queued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has letters sent that have to do with accounts, with links to pages of this server. Who asks is
/// told neither that there are too many nor that no mail can go to an address: that would tell who
/// has an account. Blocks. Safe for use by any thread.
final class AccountLetters {
  private static final Logger LOG = LoggerFactory.getLogger(AccountLetters.class);

  /// Stands where a token would, in a letter to nobody; as long as one.
  private static final String NO_TOKEN = "-".repeat(77);

  private final Mail mail;
  private final PublicAddress address;

  AccountLetters(Mail mail, PublicAddress address) {
    this.mail = mail;
    this.address = address;
  }

  /// Has that with `token` sent to its owner, by the wish of who asks from the network address
  /// `sender`.
  void send(MailToken token, String sender) {
    address(token.to()).map(to -> letter(token, to)).ifPresent(letter -> queue(letter, sender));
  }

  private void queue(Letter letter, String sender) {
    tell(letter, mail.queue(letter, sender));
  }

  /// Has those sent that tell of `wish`, the one that undoes it first.
  void sendOfChange(AddressChanges.Wish wish, String sender) {
    send(wish.undo(), sender);
    sendToWanted(wish, sender);
  }

  /// Has that sent which goes to the address that is wanted.
  void sendToWanted(AddressChanges.Wish wish, String sender) {
    wish.taken()
        .ifPresentOrElse(
            owner -> sendTaken(wish, owner, sender), () -> send(wish.change(), sender));
  }

  private void sendTaken(AddressChanges.Wish wish, Account owner, String sender) {
    address(wish.change().to())
        .map(to -> Letters.addressTaken(to, language(owner), name(owner), address.at("/sign-in")))
        .ifPresent(letter -> queue(letter, sender));
  }

  /// As [#send], of a letter by which a new password is chosen, if there is a `token`; if not, it
  /// takes as long, and nobody is sent anything.
  void sendOrPretend(Optional<MailToken> token, EmailAddress email, String sender) {
    if (token.isPresent()) {
      address(token.get().to())
          .map(to -> letter(token.get(), to))
          .ifPresent(letter -> tell(letter, mail.queueForLater(letter, sender)));
      return;
    }
    address(email)
        .map(to -> Letters.passwordReset(to, Language.EN, "Nobody", link("reset", NO_TOKEN)))
        .ifPresent(letter -> mail.pretend(letter, sender));
  }

  /// The address as mail has it, which takes fewer than accounts do.
  static Optional<Address> address(EmailAddress email) {
    try {
      return Optional.of(new Address(email.value()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Letter letter(MailToken token, Address to) {
    var account = token.account();
    return switch (token.purpose()) {
      case CONFIRM ->
          Letters.confirmation(
              to, language(account), name(account), link("confirm", token.value()));
      case RESET ->
          Letters.passwordReset(to, language(account), name(account), link("reset", token.value()));
      case CHANGE ->
          Letters.addressChange(
              to, language(account), name(account), link("new-address", token.value()));
      case UNDO ->
          Letters.addressNotice(
              to, language(account), name(account), link("address-back", token.value()));
    };
  }

  /// The language in which somebody is written to.
  static Language language(Account account) {
    return account.profile().language().map(it -> Language.of(it.tag())).orElse(Language.EN);
  }

  static String name(Account account) {
    return inOneLine(account.profile().name());
  }

  /// Rooms take names and titles with such a separator in them, letters do not.
  static String inOneLine(String text) {
    return text.replaceAll("[\\u2028\\u2029]", " ");
  }

  private URI link(String page, String token) {
    return address.page("/" + page, "token", token);
  }

  private static void tell(Letter letter, Queued queued) {
    switch (queued) {
      case Queued.Waiting _ -> {}
      case Queued.Refused(var bound) ->
          LOG.warn("a letter ({}) is not sent, for there are too many: {}", letter.kind(), bound);
    }
  }

  /// Those of a server that may send letters, to pages at the first of `publicUrls`. Throws
  /// `IllegalArgumentException` if it may and there is none.
  static Optional<AccountLetters> of(Optional<Mail> mail, List<URI> publicUrls) {
    return mail.map(it -> new AccountLetters(it, PublicAddress.of(publicUrls)));
  }
}
