package matinee.server.http;

/// Something that can be asked for over HTTP. Runs on a virtual thread and may block; may throw
/// [Refusal].
@FunctionalInterface
interface Operation {

  Reply answer(Exchange exchange);
}
