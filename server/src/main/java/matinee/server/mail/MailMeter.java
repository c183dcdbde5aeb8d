package matinee.server.mail;

/// Is told what becomes of letters.
public interface MailMeter {

  /// So many wait now, on all servers together.
  void lettersWaiting(int letters);

  /// The mail server has taken one.
  void letterSent();

  /// One has been given up.
  void letterFailed();
}
