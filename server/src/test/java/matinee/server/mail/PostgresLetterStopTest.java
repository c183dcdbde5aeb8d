package matinee.server.mail;

final class PostgresLetterStopTest extends LetterStopContract {
  PostgresLetterStopTest() {
    super(TwoWays.POSTGRESQL);
  }
}
