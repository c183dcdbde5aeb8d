package matinee.server.cards;

/// What is told of a page before it is opened: what is watched there as `title`, and in a `line`
/// when, or by whom it is asked.
public record Card(String title, String line) {}
