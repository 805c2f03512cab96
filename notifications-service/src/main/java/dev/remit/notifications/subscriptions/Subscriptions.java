package dev.remit.notifications.subscriptions;

import dev.remit.kit.problem.Problem;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.signing.SigningSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The subscriptions of the current tenant. */
@ApplicationScoped
public class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {
    private final SubscriptionSecrets secrets;

    Subscriptions(SubscriptionSecrets secrets) {
        this.secrets = secrets;
    }

    /** @throws Problem NOT_FOUND where the tenant has no such subscription */
    public Subscription require(UUID id) {
        return find("id", id).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /**
     * Those that want to be told, in the order of their ids, whatever their state: what is not sent now waits.
     *
     * @param clientCode null for what is no client's
     */
    public List<Subscription> wanting(NotificationType type, String clientCode) {
        return find("order by id").stream()
                .filter(subscription -> subscription.wants(type, clientCode))
                .toList();
    }

    /** Those of these ids that are sent something, by their ids and in the order of these. */
    public Map<UUID, Subscription> active(Collection<UUID> ids) {
        return find("id in ?1 and state = ?2 order by id", ids, SubscriptionState.ACTIVE).stream()
                .collect(Collectors.toMap(
                        Subscription::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** By what each subscription's webhooks are signed now, the newest first. */
    public Map<UUID, List<SigningSecret>> secrets(Collection<UUID> ids) {
        Map<UUID, List<SigningSecret>> found = new HashMap<>();
        secrets.inForce(ids)
                .forEach((id, all) -> found.put(
                        id, all.stream().map(SubscriptionSecret::secret).toList()));
        return found;
    }

    /** Those after one, in the order in which they were made; one more than the limit. */
    List<Subscription> page(Optional<UUID> after, int limit) {
        return (after.isPresent() ? find("id > ?1 order by id", after.get()) : find("order by id"))
                .page(0, limit + 1)
                .list();
    }
}
