/** Clients with their sites, approvers and external references. */
package dev.remit.contracts.clients;
