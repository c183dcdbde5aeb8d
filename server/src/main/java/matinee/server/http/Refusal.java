package matinee.server.http;

import java.io.Serial;

/// Ends an operation with a problem as its answer.
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // Never serialised.
  private final Problem problem;

  Refusal(Problem problem) {
    super(problem.kind(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
