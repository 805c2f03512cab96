package dev.remit.tickets.rulings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class VolumeUses implements PanacheRepositoryBase<VolumeUse, UUID> {}
