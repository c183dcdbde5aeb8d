package matinee.server.mail;

import java.net.URI;

/// How the addressee of a letter has no more like it sent: by posting to `link`, as mailboxes do by
/// one click (RFC 8058). `addressee` is by what the address is known here from then on: a keyed
/// digest, so that whoever reads the database does not learn who wants none.
public record Stop(String addressee, URI link) {}
