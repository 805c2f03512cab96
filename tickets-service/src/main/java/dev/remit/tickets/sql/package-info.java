/** The statements that look across tenants. */
package dev.remit.tickets.sql;
