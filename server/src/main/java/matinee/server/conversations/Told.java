package matinee.server.conversations;

/// What came of the wish to say something, or to change what one has said.
public sealed interface Told {

  /// It stands there as message `number`.
  record Stands(long number) implements Told {}

  /// The two are no friends.
  record NoFriends() implements Told {}

  /// There is no such message of who asks.
  record NoMessage() implements Told {}
}
