/** The MSP's people and its clients' approvers: who may log in, and as what. */
package dev.remit.contracts.people;
