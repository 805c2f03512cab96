/** What every service knows of the tenants, as contracts-service tells it. */
package dev.remit.kit.tenants;
