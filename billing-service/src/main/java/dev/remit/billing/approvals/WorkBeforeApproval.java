package dev.remit.billing.approvals;

import java.util.Set;
import java.util.UUID;

/** Work is held under these work items because it began before their approvals, and no approver was shown it. */
public record WorkBeforeApproval(UUID clientId, Set<UUID> workItemIds) {}
