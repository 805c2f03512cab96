package dev.remit.contracts.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person and how they get in. */
@Schema(name = "InvitedPerson", description = "A person and how they get in.")
record InvitedPerson(PersonView person, FirstLogIn firstLogIn) {}
