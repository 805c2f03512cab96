/** Is this work within the agreement, and what would it cost now? */
package dev.remit.contracts.scopechecks;
