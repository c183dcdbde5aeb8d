package matinee.server.conversations;

import matinee.server.people.Village;

final class PostgresConversationsTest extends ConversationsContract {

  PostgresConversationsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
