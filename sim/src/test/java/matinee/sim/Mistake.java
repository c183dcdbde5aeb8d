package matinee.sim;

/// Something that somebody could do wrong, planted: `prose` says what, `build` has it, and one of
/// the first `within` days must show it.
record Mistake(String name, String prose, int within, Build build) {

  @Override
  public String toString() {
    return name;
  }
}
