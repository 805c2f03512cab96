/** Rulings and time entries as the tickets service last told them. */
package dev.remit.billing.work;
