package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import matinee.server.portraits.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The posters of what is before a room.
final class RoomPosterTest {
  private static final String LIBRARY = "/api/me/library/films/";
  private static final byte[] TALL = Pictures.png(40, 60, Color.BLUE);

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private String loaded = "";
  private String queued = "";
  private String other = "";
  private String room = "";

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    loaded = upload("loaded.webm");
    queued = upload("queued.webm");
    other = upload("other.webm");
    room = house.room(loaded);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private String upload(String name) throws IOException {
    return house.upload(name, Samples.webm(1_000, 1), ann.bearer()).json().path("film").asString();
  }

  /// Chooses a poster for a film; gives its address.
  private String chosen(String film) throws IOException {
    var path = "PUT " + LIBRARY + film + "/poster";
    return house.sendFile(path, TALL, "image/png", ann.bearer()).json().path("poster").asString();
  }

  private Answer look(Guest asking) throws IOException {
    return house.get("/api/rooms/" + room + "/posters", "Authorization: Bearer " + asking.pass());
  }

  private static void enqueue(Guest guest, String film) throws Exception {
    guest.send(
        """
        {"type":"enqueue","id":"%s","seen":1,"media":[{"ref":{"type":"upload","film":"%s"},"title":"A film"}]}"""
            .formatted(film, film));
    guest.hear("queued");
  }

  @Test
  void those_of_what_is_played_and_queued_are_told_to_guests_too_and_no_others() throws Exception {
    house.render(loaded, "#EXTM3U\n");
    house.picture(loaded, "poster.jpg");
    var made = ann.get(LIBRARY + loaded).json().path("poster").asString();
    var own = chosen(queued);
    var _ = chosen(other);
    try (var guest = house.enter(room)) {
      enqueue(guest, queued);

      var answer = look(guest);

      assertThat(ApiDocument.read().fits("lookAtFilms", answer)).isTrue();
      assertThat(answer.json().toString())
          .isEqualTo(
              "{\"posters\":[{\"film\":\"%s\",\"poster\":\"%s\"},{\"film\":\"%s\",\"poster\":\"%s\"}]}"
                  .formatted(loaded, made, queued, own));
      assertThat(house.get(own).status()).isEqualTo(200);
    }
  }

  @Test
  void films_that_have_none_are_left_out() throws Exception {
    try (var guest = house.enter(room)) {
      enqueue(guest, queued);

      assertThat(look(guest).json().path("posters").isEmpty()).isTrue();
    }
  }

  @Test
  @Tag("A-16")
  void who_is_not_in_the_room_is_told_nothing() throws Exception {
    var _ = chosen(loaded);
    try (var guest = house.enter(room);
        var stranger = house.enter(house.room())) {
      assertThat(look(stranger).problem()).isEqualTo("pass-refused");
      assertThat(house.get("/api/rooms/" + room + "/posters").problem()).isEqualTo("pass-missing");

      guest.send("{\"type\":\"leave\"}");
      guest.hear("closed");

      assertThat(look(guest).problem()).isEqualTo("not-in-room");
    }
  }
}
