package matinee.server.mail;

final class PostgresLetterQueueTest extends LetterQueueContract {
  PostgresLetterQueueTest() {
    super(TwoWays.POSTGRESQL);
  }
}
