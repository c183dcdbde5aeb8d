package matinee.room;

/// What became of a proposal that was told to have ended (AS2 to AS4).
public enum ProposalEnd {
  ACCEPTED,
  DECLINED,
  WITHDRAWN,
  EXPIRED
}
