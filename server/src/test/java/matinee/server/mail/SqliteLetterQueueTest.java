package matinee.server.mail;

final class SqliteLetterQueueTest extends LetterQueueContract {
  SqliteLetterQueueTest() {
    super(TwoWays.SQLITE);
  }
}
