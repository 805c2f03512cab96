/** How schemas are migrated when several replicas start, and when one is killed while it does. */
package dev.remit.kit.migration;
