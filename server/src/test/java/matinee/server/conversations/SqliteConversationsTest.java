package matinee.server.conversations;

import matinee.server.people.Village;

final class SqliteConversationsTest extends ConversationsContract {

  SqliteConversationsTest() {
    super(Village.Kind.SQLITE);
  }
}
