/** What keeps a version from being proposed, and what its reader should know. */
package dev.remit.contracts.agreements.lint;
