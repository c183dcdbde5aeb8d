package matinee.server.titles;

import java.util.List;

/// A title that a friend of whoever looks lets be found; `from` is what whoever looks calls that
/// friend.
public record FriendsTitle(Title title, String from) {

  /// Some of those of all friends, and how many there are.
  public record Page(List<FriendsTitle> titles, int total) {
    public Page {
      titles = List.copyOf(titles);
    }
  }
}
