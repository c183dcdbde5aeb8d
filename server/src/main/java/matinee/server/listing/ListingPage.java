package matinee.server.listing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import matinee.room.RoomState;

/// A part of the public list, and after which room it goes on, if it does.
public record ListingPage(List<Listing> rooms, Optional<After> next) {

  public ListingPage {
    rooms = List.copyOf(rooms);
  }

  /// A place in the list, behind the `room` when so many people were `here`. It stays where it is
  /// whatever rooms come and go.
  public record After(int here, String room) {
    /// Before all rooms, for none has so many people.
    public static final After FIRST = new After(RoomState.CAPACITY + 1, "");

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})~([A-Za-z0-9_-]{16,64})");

    static After of(Listing listing) {
      return new After(listing.here(), listing.room().value());
    }

    /// As [#text] wrote it; throws `IllegalArgumentException` for anything else.
    public static After read(String text) {
      var match = FORM.matcher(text);
      if (!match.matches()) {
        throw new IllegalArgumentException("must be the next of an answer before");
      }
      return new After(Integer.parseInt(match.group(1)), match.group(2));
    }

    /// For whoever goes on reading.
    public String text() {
      return here + "~" + room;
    }
  }
}
