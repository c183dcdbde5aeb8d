package matinee.server.titles;

import matinee.server.accounts.Account;
import matinee.server.library.FilmId;
import matinee.server.people.Village;

/// The films that people of a village upload, as rows without bytes.
final class Uploaded {
  private final Village village;
  private int films;

  Uploaded(Village village) {
    this.village = village;
  }

  /// A film that `owner` uploads from a file of this name, a second after the one before.
  FilmId film(Account owner, String file) {
    var id = new FilmId("film-" + ++films);
    village
        .database()
        .change(
            0,
            session -> {
              var insert =
                  session.statement(
                      "insert into film (id, title, format, size_bytes, added_ms, owner)"
                          + " values (?, ?, 'WEBM', 1, ?, ?)");
              insert.setString(1, id.value());
              insert.setString(2, file);
              insert.setLong(3, films * 1_000L);
              insert.setString(4, owner.id().value());
              insert.executeUpdate();
            });
    return id;
  }
}
