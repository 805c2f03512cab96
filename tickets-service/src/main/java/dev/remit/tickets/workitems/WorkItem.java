package dev.remit.tickets.workitems;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.WorkDescription;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.audit.Withheld;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One piece of work asked for on a ticket, with its current ruling. */
@Entity
@Audited("work-item")
public class WorkItem {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private int number;

    @Withheld
    private String title;

    private String item;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private UUID rulingId;
    private int rulingCount;

    @Enumerated(EnumType.STRING)
    private FreezeCause freezeCause;

    @Unaudited("follows the source and the catalogue")
    private String recognisedAs;

    @Unaudited("follows the source")
    private String sourceType;

    @Unaudited("follows the source")
    private String sourceSubtype;

    @Unaudited("follows the source")
    private String sourceItem;

    @Unaudited("follows the source and the catalogue")
    private boolean unmapped;

    @Embedded
    private CountedUnits counted;

    private Instant createdAt;

    @Version
    private long version;

    protected WorkItem() {}

    WorkItem(UUID id, UUID ticketId, int number, String title, String item, Instant createdAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.number = number;
        this.title = title;
        this.item = item;
        this.createdAt = createdAt;
    }

    /** Makes a ruling the current one. */
    public void ruled(UUID ruling, Verdict answer) {
        rulingId = ruling;
        verdict = answer;
        rulingCount++;
    }

    /** Leaves it without a current ruling, as before the first. */
    public void setAside() {
        rulingId = null;
        verdict = null;
        freezeCause = null;
    }

    /** Notes the item that a person chose. */
    public void choose(String code) {
        item = code;
    }

    /** Notes how many units somebody has counted. */
    public void count(CountedUnits units) {
        counted = units;
    }

    /** How many units somebody has counted; empty while nobody has. */
    public Optional<CountedUnits> counted() {
        return Optional.ofNullable(counted);
    }

    /** Keeps the current ruling from changing by itself; gives whether it could change until now. */
    public boolean freeze(FreezeCause cause) {
        if (freezeCause != null) {
            return false;
        }
        freezeCause = cause;
        return true;
    }

    /**
     * Notes how it is recognised now.
     *
     * @param unmapped whether it bears a code that somebody should map
     */
    public void recognised(WorkDescription work, Categorisation found, boolean unmapped) {
        sourceType = work.type();
        sourceSubtype = work.subtype();
        sourceItem = work.item();
        this.unmapped = unmapped;
        if (found.basis().isByCodes()) {
            recognisedAs = found.item();
        }
    }

    /** Lets the ruling change by itself again. */
    public void unfreeze() {
        freezeCause = null;
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    /** 1 for what the ticket asked for first. */
    public int number() {
        return number;
    }

    /** What was asked for; empty for the first, which goes by the ticket's title. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** The catalogue item that a person chose. */
    public Optional<String> item() {
        return Optional.ofNullable(item);
    }

    /** The item as which its codes were recognised last. */
    public Optional<String> recognisedAs() {
        return Optional.ofNullable(recognisedAs);
    }

    /** Null while there is no current ruling. */
    public Verdict verdict() {
        return verdict;
    }

    public Optional<UUID> rulingId() {
        return Optional.ofNullable(rulingId);
    }

    /** How many rulings there have been; a current one has this sequence number. */
    public int rulingCount() {
        return rulingCount;
    }

    public boolean isFrozen() {
        return freezeCause != null;
    }

    public boolean isFrozenBy(FreezeCause cause) {
        return freezeCause == cause;
    }

    public Optional<FreezeCause> freezeCause() {
        return Optional.ofNullable(freezeCause);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
