package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What servers tell one another, as text.
final class BusMessagesTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_123L);
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BOB = new MemberId("bob");
  private static final CompanionSeats PHONE =
      new CompanionSeats(ANN, List.of(new CompanionSeats.One("phone", NOW)));
  private static final Vitals WATCHING =
      new Vitals(Condition.WATCHING, new Measured.Ms(40), new Measured.Ms(-1.5), Measured.Not.NOT);

  private static Recorded said(long revision, String text) {
    return new Recorded(
        revision,
        NOW,
        new Author.ByMember(ANN, new CommandId("c" + revision)),
        new Event.Said(text));
  }

  static Stream<BusMessage> messages() {
    return Stream.of(
        new BusMessage.Advanced("epoch", List.of(said(7, "a"), said(8, "\"b\" \\ c"))),
        new BusMessage.Seats(
            "east", 12, List.of(new Seat(ANN, NOW, Optional.of(WATCHING))), List.of(PHONE)),
        new BusMessage.Seats("east", 12, List.of(), List.of()),
        new BusMessage.SeatChanges(
            "east",
            13,
            List.of(new Seat(ANN, NOW, Optional.empty())),
            List.of(BOB),
            List.of(PHONE, new CompanionSeats(BOB, List.of()))),
        new BusMessage.Signalled(
            new ServerMessage.Signals(
                List.of(ANN),
                List.of(
                    new Cheers("🎉", 3, Optional.of(BOB)), new Cheers("👍", 1, Optional.empty())))),
        new BusMessage.SeatsWanted("west"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_read_as_it_was_written(BusMessage message) {
    assertThat(BusMessages.decode(BusMessages.encode(message)))
        .isEqualTo(new Decoded.Value<>(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"shouted"}                                          | type
          {"type":"advanced","epoch":"e","events":[]}                 | ''
          {"type":"seats","node":"east","number":-1,"taken":[]}       | number
          {"type":"seats","node":"east","number":1,"taken":[{}]}      | taken[0].member
          {"type":"seats","node":"e","number":1,"taken":[],"companions":[{}]} | companions[0].member
          {"type":"seatsWanted"}                                      | node
          {"type":"signals","typing":[],"cheers":[{"emoji":"🎉","count":0}]} | cheers[0].count
          """)
  void what_is_no_message_is_told_by_its_field(String text, String field) {
    assertThat(BusMessages.decode(text))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class, malformed -> assertThat(malformed.field()).isEqualTo(field));
  }

  @Test
  void events_that_do_not_follow_one_another_are_no_message() {
    var text =
        BusMessages.encode(new BusMessage.Advanced("e", List.of(said(7, "a"), said(8, "b"))))
            .replace("\"revision\":8", "\"revision\":9");

    assertThat(BusMessages.decode(text)).isInstanceOf(Decoded.Malformed.class);
  }
}
