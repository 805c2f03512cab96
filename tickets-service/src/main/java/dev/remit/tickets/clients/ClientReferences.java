package dev.remit.tickets.clients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ClientReferences implements PanacheRepositoryBase<ClientReference, UUID> {}
