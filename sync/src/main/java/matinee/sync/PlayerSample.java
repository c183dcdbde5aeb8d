package matinee.sync;

/// What is seen of a player at the local instant `atMs`: where it was then (ms of the media, not
/// rounded), what it is doing, whether nobody sees it (`hidden`: timers are late and frames stop),
/// and whether the media is there from the target to a second beyond (`targetBuffered`).
public record PlayerSample(
    double atMs, double positionMs, PlayerState state, boolean hidden, boolean targetBuffered) {}
