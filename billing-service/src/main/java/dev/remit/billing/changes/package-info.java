/** What a version that nobody has signed would change of money, computed and not kept. */
package dev.remit.billing.changes;
