package matinee.room;

/// Names one member within one room. 1 to 64 characters of `A-Z a-z 0-9 - _`.
public record MemberId(String value) implements Comparable<MemberId> {

  public MemberId {
    Identifiers.check("member id", value);
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }
}
