/** Everything of one tenant that a service keeps, as a whole. */
package dev.remit.kit.tenantdata;
