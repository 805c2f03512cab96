/** The page that people read of a version: made of its terms when it is proposed, hashed into the document, and signed. */
package dev.remit.contracts.agreements.reading;
