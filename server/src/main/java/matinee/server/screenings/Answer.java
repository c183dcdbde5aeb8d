package matinee.server.screenings;

/// That somebody called `name` comes to a screening, or does not.
public record Answer(Person person, String name, Coming coming) {}
