/** Clients and their approvers as the contracts service last told them. */
package dev.remit.billing.clients;
