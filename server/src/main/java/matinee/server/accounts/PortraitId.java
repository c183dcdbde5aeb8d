package matinee.server.accounts;

/// By which a portrait of somebody is seen, by whoever knows it: 128 bits by chance, as 22
/// characters of `A-Z a-z 0-9 - _`. Another portrait has another one.
public record PortraitId(String value) {}
