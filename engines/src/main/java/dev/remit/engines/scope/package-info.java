/**
 * Is this work within our remit? A signed version's scope, compiled once, rules a work item and says why step by step.
 */
package dev.remit.engines.scope;
