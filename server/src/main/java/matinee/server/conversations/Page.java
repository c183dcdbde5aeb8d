package matinee.server.conversations;

import java.util.List;

/// Some messages of a conversation in their order. `changes` is how often something in the
/// conversation was changed, by then; `read` up to which one the reader has read, 0 if none; `more`
/// says whether there are others before the first, or changes after that of the last.
public record Page(List<Message> messages, long changes, long read, boolean more) {}
