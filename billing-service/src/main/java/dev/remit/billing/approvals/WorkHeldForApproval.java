package dev.remit.billing.approvals;

import java.util.Set;
import java.util.UUID;

/** Work is held under these work items for want of an approval: none is given, or it began before and was not shown. */
public record WorkHeldForApproval(UUID clientId, Set<UUID> workItemIds) {}
