/** What a version that nobody has signed would change: asked of the services that have the tickets and the money. */
package dev.remit.contracts.agreements.changes;
