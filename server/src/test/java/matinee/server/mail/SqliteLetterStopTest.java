package matinee.server.mail;

final class SqliteLetterStopTest extends LetterStopContract {
  SqliteLetterStopTest() {
    super(TwoWays.SQLITE);
  }
}
