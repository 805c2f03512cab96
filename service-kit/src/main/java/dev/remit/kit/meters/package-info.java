/** What is measured, and how much of it at the most. */
package dev.remit.kit.meters;
