package matinee.server.tracker;

/// How one peer would be reached (SDP, RFC 8866), which nobody here reads: an offer, or the answer
/// to it. `offer` is how its author calls the offer.
record Description(String offer, String sdp) {}
