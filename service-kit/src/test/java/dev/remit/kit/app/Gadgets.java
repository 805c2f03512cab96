package dev.remit.kit.app;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Gadgets implements PanacheRepositoryBase<Gadget, UUID> {}
