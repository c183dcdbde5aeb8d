package matinee.host;

import matinee.wire.CloseCode;

/// What is to be done to the connection of `peer`. Those of one step are to be done in their order.
public sealed interface Effect {

  /// The connection, as whoever opened it calls it.
  String peer();

  /// Send `text`, which has to arrive, after what was sent before.
  record Send(String peer, String text) implements Effect {}

  /// Send `text`, which may arrive out of order, or not at all: it answers a probe of the clock.
  record Answer(String peer, String text) implements Effect {}

  /// Send `text`, unless much waits to be sent already: it is worth nothing later.
  record Pass(String peer, String text) implements Effect {}

  /// Tell why the connection ends, and end it. The keeper has forgotten it.
  record Close(String peer, CloseCode code) implements Effect {}
}
