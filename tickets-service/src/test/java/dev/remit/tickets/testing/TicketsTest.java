package dev.remit.tickets.testing;

import dev.remit.kit.testing.MySqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** A test of the service on a real MySQL, with neighbours that say what the test tells them to. */
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "module", value = "tickets"))
@QuarkusTestResource(Neighbours.class)
public abstract class TicketsTest {}
