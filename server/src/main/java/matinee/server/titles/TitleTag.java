package matinee.server.titles;

/// A tag as it is written, and of how many titles.
public record TitleTag(String tag, int titles) {}
