/** What work takes of included visits and hours. */
package dev.remit.billing.volumes;
