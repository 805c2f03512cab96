/** What is not kept for good is forgotten here, every hour. */
package dev.remit.kit.retention;
