package matinee.server.accounts;

final class PostgresMailTokensTest extends MailTokensContract {

  PostgresMailTokensTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
