package matinee.server.accounts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Signs devices in and out, and tells who asks. Blocks. Safe for use by any thread.
public final class Sessions {
  /// For how long an access token is good.
  public static final Duration ACCESS_LIFETIME = AccessTokens.LIFETIME;

  /// For how long a device stays signed in that is not used.
  public static final Duration UNUSED = DeviceRows.UNUSED;

  /// For how long a token that was replaced still leads to the one that replaced it: two tabs show
  /// the same one, and an answer may get lost.
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final int ID_BYTES = 16;
  private static final String DEVICE = "device";

  private final Rows rows;
  private final Witness witness;
  private final Keys keys;
  private final PasswordCheck check;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// Where accounts and devices are.
  record Rows(AccountRows accounts, DeviceRows devices) {}

  /// What all servers of a database sign with.
  record Keys(SigningKeys signing, AccessTokens access, DeviceMarks marks, MailTokens mailed) {}

  /// Somebody who signs in: `mark` is what the browser was given when it last did so, and `typed`
  /// may be no password at all.
  public record Attempt(
      EmailAddress email, String typed, DeviceName device, Optional<String> mark) {}

  /// A device that has been signed in, and the mark to keep there for good.
  public record Entry(Tokens tokens, String mark) {}

  /// `chance` is a cryptographic source.
  Sessions(
      Rows rows,
      Witness witness,
      Keys keys,
      PasswordCheck check,
      InstantSource clock,
      RandomGenerator chance) {
    this.rows = rows;
    this.witness = witness;
    this.keys = keys;
    this.check = check;
    this.clock = clock;
    this.chance = chance;
  }

  /// Signs a device in. For an address that nobody has it takes as long and comes to the same as
  /// with a wrong password. Throws [TooBusy].
  public Guarded<Entry> signIn(Attempt attempt) {
    var row = rows.accounts().with(attempt.email());
    var number =
        row.flatMap(
            it -> attempt.mark().flatMap(mark -> keys.marks().number(it.account().id(), mark)));
    return check.guard(
        PasswordCheck.subject(attempt.email(), number),
        attempt.typed(),
        row.map(AccountRows.Row::passwordHash),
        () -> row.flatMap(it -> enter(it, attempt.device())));
  }

  private Optional<Entry> enter(AccountRows.Row row, DeviceName name) {
    var now = clock.instant();
    var account = row.account();
    var id = new DeviceId(Opaque.text(Opaque.fresh(chance, ID_BYTES)));
    var token = RefreshToken.first(chance);
    boolean isIn =
        witness.saw(
            Deed.SIGN_IN,
            account.id(),
            Map.of(DEVICE, id.value(), "name", name.value()),
            session -> {
              var hash = row.passwordHash();
              if (!AccountRows.changePassword(session, account.id(), hash, hash)) {
                return false;
              }
              DeviceRows.add(session, account.id(), new Device(id, name, now, now), token);
              return true;
            });
    return isIn
        ? Optional.of(new Entry(tokens(account, id, token), keys.marks().mark(account.id())))
        : Optional.empty();
  }

  private Tokens tokens(Account account, DeviceId device, RefreshToken token) {
    var claim = new AccessTokens.Claim(account.id(), device);
    return new Tokens(account, keys.access().issue(claim, clock.instant()), token.value());
  }

  /// New tokens for who shows the refresh token `shown`, if that is good. It is replaced unless it
  /// was made in the last 30 s. One that was replaced in the last 30 s leads where it led before;
  /// whoever shows an older one has it from somewhere, or somebody has the newer one: that device
  /// is signed out.
  public Optional<Tokens> refresh(String shown) {
    return RefreshToken.shown(shown)
        .flatMap(
            token -> rows.devices().of(token.family()).flatMap(device -> refresh(token, device)));
  }

  private Optional<Tokens> refresh(RefreshToken token, DeviceRows.Row device) {
    var now = clock.instant();
    var account = rows.accounts().with(device.account()).map(AccountRows.Row::account);
    if (account.isEmpty() || !device.seen().isAfter(now.minus(UNUSED))) {
      end(Deed.SIGN_OUT, device.account(), device.id());
      return Optional.empty();
    }
    boolean isFresh = now.isBefore(device.rotated().plus(GRACE));
    if (device.tokenHash().equals(token.digest())) {
      return isFresh
          ? Optional.of(tokens(account.get(), device.id(), token))
          : rotate(account.get(), device, token);
    }
    if (isFresh && device.tokenHashBefore().equals(Optional.of(token.digest()))) {
      return Optional.of(tokens(account.get(), device.id(), token.successor(keys.signing())));
    }
    end(Deed.REUSE, device.account(), device.id());
    return Optional.empty();
  }

  private void end(Deed deed, AccountId account, DeviceId device) {
    witness.saw(
        deed,
        account,
        Map.of(DEVICE, device.value()),
        session -> DeviceRows.end(session, account, device, clock.instant()));
  }

  /// Whoever else does so at the same moment comes to the same successor.
  private Optional<Tokens> rotate(Account account, DeviceRows.Row device, RefreshToken token) {
    var successor = token.successor(keys.signing());
    rows.devices().rotate(device, successor, clock.instant());
    return rows.devices()
        .of(token.family())
        .filter(it -> it.tokenHash().equals(successor.digest()))
        .map(_ -> tokens(account, device.id(), successor));
  }

  /// Signs out the device whose refresh token, or one before, is `shown`; if there is none, nothing
  /// happens.
  public void end(String shown) {
    RefreshToken.shown(shown)
        .flatMap(token -> rows.devices().of(token.family()))
        .ifPresent(device -> end(device.account(), device.id()));
  }

  /// Who shows the access token `shown`, if it is good and its device has not been signed out.
  public Optional<SignedIn> who(String shown) {
    var now = clock.instant();
    return keys.access()
        .verify(shown, now)
        .filter(claim -> rows.devices().isSignedIn(claim.account(), claim.device(), now))
        .flatMap(
            claim ->
                rows.accounts()
                    .with(claim.account())
                    .map(row -> new SignedIn(row.account(), claim.device())));
  }

  /// Is the device of `session` signed in to its account?
  public boolean isSignedIn(SessionId session) {
    return rows.devices().isSignedIn(session.account(), session.device(), clock.instant());
  }

  /// The devices of `account`, the one seen last first.
  public List<Device> devices(AccountId account) {
    return rows.devices().of(account);
  }

  /// Signs `device` of `account` out, if it is signed in there.
  public void end(AccountId account, DeviceId device) {
    end(Deed.SIGN_OUT, account, device);
  }

  /// Signs every device of `account` out.
  public void endAll(AccountId account) {
    witness.saw(
        Deed.SIGN_OUT,
        account,
        Map.of(DEVICE, "all"),
        session -> DeviceRows.endAll(session, account, clock.instant()));
  }

  /// The public keys by which anybody can verify access tokens: a JWK set (RFC 7517).
  public String publicKeys() {
    return keys.signing().publicKeys();
  }
}
