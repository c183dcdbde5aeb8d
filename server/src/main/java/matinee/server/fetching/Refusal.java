package matinee.server.fetching;

/// Why nothing is read at an address.
public enum Refusal {
  /// It is not an address of the web: `http` or `https`, a name with a dot or a plain IP address,
  /// no name or password of a user, a port that is allowed.
  NOT_AN_ADDRESS,
  /// It leads, or one of the addresses of its name leads, to where only this machine or its network
  /// gets.
  NOT_PUBLIC,
  /// Its name has no address, or nothing there takes a connection or shows a certificate of that
  /// name.
  UNREACHABLE,
  /// It leads on more often than is followed, or from `https` to `http`.
  REDIRECTED,
  /// The answer is none of HTTP, too long in its head, or compressed without being asked for.
  BROKEN,
  /// There was no whole answer within the time.
  TOO_SLOW,
  /// This person, or all together, are having as much read as is read at once.
  BUSY
}
